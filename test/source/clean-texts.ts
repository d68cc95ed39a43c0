/** Texts that are sound as they stand, by name: none may be taken for a code from before Unicode. */

const lines = (...texts: readonly string[]): string => `${texts.join("\n")}\n`;

/** Languages of Western Windows; they are tried in its bytes as well. */
export const westernTexts: Readonly<Record<string, string>> = {
  French: lines(
    "Le conseil municipal a été réuni à la mairie, où les élèves de l’école ont présenté leur projet.",
    "Après délibération, l’assemblée a décidé à l’unanimité d’améliorer la qualité des services publics.",
    "Où êtes-vous né ? Voilà déjà dix ans que la forêt brûle chaque été près de là.",
    "Ça va être très dur : le thé, le café, le pâté et les crêpes sont épuisés.",
    "Été",
    "À bientôt",
    "Né à Orléans, il a vécu là où sa mère était née.",
  ),
  German: lines(
    "Die Bürger müssen ihre Anträge bis spätestens März über das Büro des Bürgermeisters einreichen.",
    "Für größere Vorhaben gelten höhere Gebühren; kleine Änderungen können mündlich erklärt werden.",
    "Übergröße, Straße, Fußgänger, Äpfel, Öl, süß, schön, grün, früh, spät.",
    "Grüße",
    "Köln, München, Düsseldorf und Nürnberg",
  ),
  Portuguese: lines(
    "A administração não é só uma questão de organização: são também as pessoas que já lá estão.",
    "Há três anos que o município não tem água potável; a população está à espera de uma solução.",
    "São Paulo, Brasília, Goiânia, Maceió, Belém e Florianópolis são cidades do país.",
    "É só pé, fé, pó, nó, dó, cá, lá, já, há, pá, chá e maçã.",
    "Não há",
    "Você também não vê o avô nem a avó? Pois é, só vê o pôr do sol.",
  ),
  Spanish: lines(
    "El año pasado la administración pública aprobó un plan de acción según las necesidades del país.",
    "¿Qué hará mañana el señor Núñez? Él dirá que sí, que está aquí y que no tiene ningún niño.",
    "Más allá del río está el pingüino; aún más acá, la cigüeña.",
    "Sí",
  ),
  Italian: lines(
    "La città è più bella perché c’è già molta attività; però così non si può andare più in là.",
    "Lunedì, martedì, mercoledì, giovedì e venerdì sarà aperto; sabato no.",
    "Virtù, caffè, tè, sé, né, dì, là, giù.",
  ),
  Swedish: lines(
    "Å, ä och ö är vokaler. På våren går många människor över bron för att åka till sjön.",
    "Åtgärder för förbättrad miljö ska genomföras före årets slut.",
    "Går du på gården nära ån?",
  ),
  Icelandic: lines(
    "Það er gott að búa á Íslandi þó að veðrið sé oft vont og nóttin löng á veturna.",
    "Ég á þrjú börn og einn bíl; við förum í ferðalag í júní.",
  ),
  Irish: lines("Tá fáilte roimh gach duine ag an gcruinniú mór sa chathair Dé Luain.", "Cá bhfuil sé? Tá sé ann."),
};

export const cleanTexts: Readonly<Record<string, string>> = {
  ...westernTexts,
  Czech: lines(
    "Příliš žluťoučký kůň úpěl ďábelské ódy a městský úřad přijal návrh plánu na příští rok.",
    "Občané mohou podávat žádosti od pondělí do pátku; výsledky budou zveřejněny na úřední desce.",
    "Že se bál, to už víš? Já vím, že ano, a ty víš též.",
    "Má má málo jídla, dá dál.",
  ),
  Turkish: lines(
    "Belediye meclisi önümüzdeki yıl için hazırlanan bütçeyi oybirliğiyle kabul etti; görüşmeler üç gün sürdü.",
    "İstanbul’da yağmur yağıyor, çocuklar okula gidemiyor. Şöyle böyle değil, çok güzel bir gün.",
    "Ö, ü, ç, ş, ğ, ı harfleri.",
  ),
  Polish: lines("Zażółć gęślą jaźń. Urząd gminy ogłosił plan działań na przyszły rok; wnioski można składać już dziś."),
  Romanian: lines("Consiliul local a hotărât să aprobe planul; fără mâncare și apă nu se poate trăi într-o țară."),
  Pinyin: lines("Nǐ hǎo ma? Wǒ hěn hǎo. Zhōngguó rénmín dàibiǎo dàhuì, Běijīng, lǜsè, nǚhái, tā shì lǎoshī."),
  English: lines(
    "The plan (a draft) costs 5^2 + a(b) and x^y? Yes! I'm sure we're done; don't ask o'clock.",
    "See www.example.com, e.g. page 5, i.e. the end. A naïve façade, a résumé and a café.",
    "“Quoted”—and so on… 25 °C ± 2, 10 m², © 2020 Ünïcödé®, §§ 5–7, ½ × ¾.",
    "It's 5 p.m. in the U.S.A. He'll go to. We so. Do no. It is a.",
  ),
  code: lines(
    "for (let i = 0; i < n; i++) { a[i] ^= b(i) + c?.d ?? e.f; }",
    "const re = /[a-z]+(?:\\.[a-z]+)*/gu; // o+ u+ a( e^ i' y?",
    "if (a && !b) { do { o.x++ } while (y--); }",
    "SELECT u.id, o.no FROM users u JOIN orders o ON u.id = o.user_id WHERE u.age >= 18;",
    'print(f"{café!r}")  # naïve',
  ),
  Markdown: lines(
    "# Title",
    "",
    "| a | b |",
    "| - | - |",
    "| *x* | **y** |",
    "",
    "- [ ] to do",
    "1. See [here](http://a.b/c?d=e) and `code`.",
    "> quote — dash · dot • bullet",
  ),
  mathematics: lines(
    "a^2 + b^2 = c^2, e^(iπ) + 1 = 0, o(n) ≤ O(n²), u+v, a(b+c)",
    "∀x ∈ ℝ: x² ≥ 0; ∑ᵢ aᵢ·bᵢ; 3×4÷2 = 6; ±5 µm; 10⁻³; ¼ + ½ + ¾",
    "µ = 0, σ = 1; ¹²³; ºª; ¡¿; «»; ¤¦¨¯´¸",
  ),
  "Vietnamese without marks": lines(
    "KE HOACH cai cach hanh chinh nam 2026 cua xa An Binh",
    "Can cu Quyet dinh so 12/QD-UBND; thuc hien nhiem vu. Cac co quan, don vi phoi hop de lam.",
    "De nghi cac don vi bao cao. So Noi vu chu tri, phoi hop voi UBND xa. Ai co y kien gi? Gui ve so.",
    "email: ubnd.xa@phuan.gov.vn, website: www.chinhphu.vn, http://congbao.chinhphu.vn/a.b?c=d",
  ),
  "Vietnamese with Latin-1 letters alone": lines(
    "Nhà và cá, có là, bé hè, bò dê.",
    "Báo cáo tháng hai, tháng ba; thông báo công tác.",
    "Thông tin",
    "Lê Hà",
    "Tên cá nhân: Hà Lâm. Bác só có nhà không?",
    "Xã có hai xóm, ba làng; không có chó.",
    "- Bé",
    "Lò",
  ),
  "Vietnamese that quotes garbled text": lines(
    "Lỗi hiển thị “Káº¿ hoáº¡ch” và “KÕ ho¹ch” khi mở tệp.",
    "Khi mở bằng phần mềm cũ, tiêu đề hiện thành:",
    "“KÕ ho¹ch tuyªn truyÒn c¶i c¸ch hµnh chÝnh n¨m 2026 cña x·”",
    "Với phông VNI thì thành `Keá hoaïch tuyeân truyeàn caûi caùch haønh chính`, phải chuyển mã.",
    "Viết kiểu VIQR là \"ke^' hoa.ch tuye^n truye^`n ca?i ca'ch ha`nh chi'nh\" thì ai cũng đọc được.",
    "Ký hiệu ¹ ² ³ ° § © ® và phân số ½.",
  ),
  "Vietnamese of all kinds": lines(
    "kế hoạch: “A”\u00a0– ‘b’ … 10\u00a0% № ☎ 漢字 😀",
    "Huyện Krông Búk, buôn Ea H’leo, xã Đắk R’lấp, thị trấn Plei Kần; tộc người Xơ Đăng, Cơ Ho.",
    "UBND, HĐND, QĐ-UBND, CTr/TU, TTg, pH 7, H₂O, 30 m², ~50%, a^b.",
    "Đ/c Nguyễn Văn Ả; Ý kiến; Ở; À; Ồ!",
    "Ông Müller (Đức), bà Françoise (Pháp) và ông José dự họp.",
  ),
  "Cyrillic, Greek, Chinese, Thai": lines(
    "Постановление администрации города о плане мероприятий",
    "Σχέδιο δράσης για το επόμενο έτος",
    "行政改革宣传计划",
    "แผนปฏิบัติการประจำปี",
  ),
  "Latin-1 in short cells": lines("é", "à", "ü", "ñ", "ç", "õ", "È", "Ä", "ß", "Ø", "·", "§", "®", "«", "µ", "¹"),
};
