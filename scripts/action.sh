#!/usr/bin/env bash
# What action.yml runs, and what any other CI can run: checks the plans of a repository, builds them, and writes what
# changed in meaning since BASE. Findings decide the status; a comparison that cannot be made does not.
#   FILES    pathspecs of git, separated by blanks          (*.plan)
#   BASE     revision to compare with                       (HEAD~1)
#   FAIL_ON  error, warning or notice                       (error)
#   FORMATS  docx,pdf …                                     (docx,pdf)
#   OUT      folder of the results                          (plan-out)
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
plan() { node "$here/../bin/plan.js" "$@"; }
out=${OUT:-plan-out}
base=${BASE:-HEAD~1}
summary=${GITHUB_STEP_SUMMARY:-$out/tom-tat.md}
mkdir -p "$out"

# Pathspecs are split at blanks on purpose and never read by the shell as names of files.
set -f
mapfile -d '' -t files < <(git ls-files -z -- ${FILES:-*.plan})
set +f
if [ ${#files[@]} -eq 0 ]; then
  echo "Không có tệp .plan nào." | tee -a "$summary"
  exit 0
fi

status=0
findings=$(plan check --fail-on "${FAIL_ON:-error}" -- "${files[@]}" 2>&1) || status=$?
printf '## Soát lỗi\n\n```\n%s\n```\n\n' "$findings" | tee "$out/soat-loi.md" | tee -a "$summary"

# Documents keep the folders of their sources, so that equal names do not meet.
for file in "${files[@]}"; do
  plan build --quiet --to "${FORMATS:-docx,pdf}" -o "$out/$(dirname "$file")" -- "$file" || status=$?
done

changes=0
if git rev-parse --verify --quiet "$base^{commit}" > /dev/null; then
  start=$(git rev-parse --short "$(git merge-base "$base" HEAD || git rev-parse "$base")")
  echo "## Thay đổi về nội dung" >> "$summary"
  for file in "${files[@]}"; do
    # A file that is new since then has nothing to be compared with.
    git diff --no-ext-diff --quiet "$start" HEAD -- "$file" && continue
    changes=$((changes + 1))
    place="$out/$(dirname "$file")/$(basename "$file" .plan)"
    if plan diff "$start" HEAD "$file" --format md > "$place.thay-doi.md" 2> /dev/null; then
      plan diff "$start" HEAD "$file" --format html -o "$place.thay-doi.html" 2> /dev/null
      cat "$place.thay-doi.md" >> "$summary"
      # A Word file with tracked changes, where this version of the program makes one.
      if plan help redline > /dev/null 2>&1; then
        old="$(mktemp -d)/$(basename "$file")"
        git show "$start:$file" > "$old" 2> /dev/null && plan redline "$old" "$file" -o "$place.sua-doi.docx" || true
      fi
    else
      rm -f "$place.thay-doi.md"
      echo "- Tệp mới: $file" >> "$summary"
    fi
  done
  [ "$changes" -eq 0 ] && echo "Không có tệp .plan nào thay đổi." >> "$summary"
else
  echo "Không có phiên bản “$base” để so sánh (cần fetch-depth: 0)." | tee -a "$summary"
fi
[ -n "${GITHUB_OUTPUT:-}" ] && echo "changes=$changes" >> "$GITHUB_OUTPUT"
exit $status
