/** The parts of railroad-diagrams that are used; the package has no types. */
declare module "railroad-diagrams" {
  type Item = unknown;
  const railroad: {
    Diagram(...items: Item[]): { toString(): string };
    Sequence(...items: Item[]): Item;
    Choice(normal: number, ...items: Item[]): Item;
    Optional(item: Item): Item;
    OneOrMore(item: Item, separator?: Item): Item;
    ZeroOrMore(item: Item, separator?: Item): Item;
    Terminal(text: string): Item;
    NonTerminal(text: string): Item;
    Skip(): Item;
  };
  export default railroad;
}
