#!/usr/bin/env bash
# Checks the English of the documents.
#
# Usage: eng/check-prose.sh [FILE]...
#
# Without a FILE it checks README.md, CONTRIBUTING.md, SECURITY.md, CHANGELOG.md and every .md file in docs. It fails where:
# - a sentence has more than 30 words;
# - the sentences of a file have more than 20 words on average;
# - a sentence contains a word of eng/words-to-avoid.txt outside of quotation marks;
# - a code block is not closed, as the rest of the file would not be checked;
# - the headings of a file in docs/decisions are not exactly Context, Decision, Consequences and When it does not apply, in this
#   order, below one title; each may have parts with headings of three signs.
# In CHANGELOG.md it checks only the length of sentences, and that code blocks are closed.
#
# Code blocks, tables, headings, list markers, HTML tags and the targets of links do not count. A list item is at least one
# sentence.
# Code between backticks counts as one word. Each failure is one line: the file, the line, the reason and the sentence.
# Exit codes: 0 no failure, 1 a failure, 2 an argument that is unknown. Paths are relative to the project's root.
set -euo pipefail
cd "$(dirname "$0")/.."

files=()
for argument in "$@"; do
  case $argument in
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' eng/check-prose.sh; exit 0 ;;
    -*) echo "Unknown argument $argument; see eng/check-prose.sh --help." >&2; exit 2 ;;
    *) files+=("$argument") ;;
  esac
done
if [[ ${#files[@]} -eq 0 ]]; then
  files=(README.md CONTRIBUTING.md SECURITY.md CHANGELOG.md)
  while IFS= read -r file; do files+=("$file"); done < <(find docs -name '*.md' | LC_ALL=C sort)
fi
for file in eng/words-to-avoid.txt "${files[@]}"; do
  [[ -f $file && -r $file ]] || { echo "There is no file $file that can be read." >&2; exit 2; }
done

# In the C locale every awk reads bytes, so the result does not depend on the machine. Only features that mawk has are used, as
# mawk is Debian's awk. Control characters mark what is taken out of a text: code as \005N\006, the start of line N as \007N.
LC_ALL=C awk -v most=30 -v average=20 -v list=eng/words-to-avoid.txt '
  BEGIN {
    while ((getline line < list) > 0) {
      sub(/\r$/, "", line)
      if (line ~ /^[ \t]*(#|$)/) continue
      phrases++
      at_start[phrases] = line ~ /^\^/
      sub(/^\^/, "", line)
      shown[phrases] = line
      phrase[phrases] = normal(line)
    }
    wanted_headings = split("Context|Decision|Consequences|When it does not apply", wanted, "|")
  }

  FNR == 1 { end_file(); begin_file() }
  { sub(/\r$/, "") }

  fence != "" {
    if (index(trimmed($0), fence) == 1 && trimmed($0) ~ /^(`+|~+)[ \t]*$/) fence = ""
    next
  }

  # HTML comments, of one line or of several.
  comment && !/-->/ { next }
  comment { sub(/^.*-->/, ""); comment = 0 }
  /<!--/ && !/`[^`]*<!--/ {
    gsub(/<!--([^-]|-[^-])*-->/, "")
    if (/<!--/) { comment = 1; sub(/<!--.*/, "") }
  }

  /^[ \t]*$/ { end_paragraph(); blank = 1; next }

  # Four spaces after an empty line are code, but in a list they continue an item.
  /^(    |\t)/ && !in_list && (blank || in_code) && text == "" { in_code = 1; next }
  { in_code = 0 }

  /^[ \t>]*(```|~~~)/ {
    end_paragraph()
    line = trimmed($0)
    match(line, /^(`+|~+)/)
    # Backticks that close on the same line are code within a sentence.
    if (substr(line, 1, 1) == "~" || substr(line, RLENGTH + 1) !~ /`/) {
      fence = substr(line, 1, RLENGTH)
      fence_line = FNR
      next
    }
  }

  /^ *\|/ { end_paragraph(); blank = 0; next }
  /^(   |  | )?#+([ \t]|$)/ { end_paragraph(); heading(); in_list = blank = 0; next }
  /^ *\[[^]]+\]:[ \t]/ { end_paragraph(); blank = 0; next }
  # The line below a heading that has no number signs, or a rule.
  /^(=+|-+)[ \t]*$/ && text != "" { if (decision) wrong_heading(FNR, text); text = ""; next }
  /^ *(\* *\* *\*[* ]*|_ *_ *_[_ ]*|- *- *-[- ]*)$/ { end_paragraph(); in_list = blank = 0; next }

  {
    line = $0
    if (line ~ /^[ \t]*>/) sub(/^[ \t]*>[ \t>]*(\[![A-Z]+\])?/, "", line)
    if (line ~ /^[ \t]*([-*+]|[0-9]+[.)])[ \t]/) {
      end_paragraph()
      in_list = 1
      sub(/^[ \t]*([-*+]|[0-9]+[.)])[ \t]+(\[[ xX]\][ \t])?/, "", line)
    } else if (blank && line !~ /^[ \t]/) in_list = 0
    blank = 0
    text = text " \007" FNR " " line
  }

  END { end_file(); exit failures > 0 }

  function trimmed(line) { sub(/^[ \t>]+/, "", line); return line }

  function fail(line, reason, sentence) {
    failures++
    printf "%s%s: %s%s\n", file, line ? ":" line : "", reason, sentence == "" ? "" : ": " sentence
  }

  function begin_file() {
    file = FILENAME
    decision = file ~ /(^|\/)docs\/decisions\/[^\/]*$/
    only_length = file ~ /(^|\/)CHANGELOG\.md$/
    text = fence = ""
    comment = in_list = in_code = titles = headings = heading_failed = words_of_file = sentences = 0
    blank = 1
  }

  function end_file() {
    if (file == "") return
    end_paragraph()
    if (fence != "") fail(fence_line, "the code block that begins here is not closed", "")
    if (comment) fail(0, "an HTML comment is not closed", "")
    if (decision && !heading_failed && headings < wanted_headings) fail(0, "the heading \"## " wanted[headings + 1] "\" is missing", "")
    if (!only_length && words_of_file > average * sentences)
      fail(0, sprintf("%.1f words a sentence on average, at most %d are allowed", words_of_file / sentences, average), "")
  }

  function heading(  title) {
    if (!decision) return
    title = trimmed($0)
    sub(/[ \t]+#*[ \t]*$/, "", title)
    if (title ~ /^# / && !titles && !headings) { titles = 1; return }
    if (title ~ /^###/) return
    headings++
    if (headings > wanted_headings || title != "## " wanted[headings]) wrong_heading(FNR, title)
  }

  # Only the first, as all that follow it would be out of order too.
  function wrong_heading(line, title) {
    if (heading_failed) return
    heading_failed = 1
    gsub(/\007[0-9]+ /, "", title)
    sub(/^ +/, "", title)
    if (headings > wanted_headings) fail(line, "no other heading is allowed after \"## " wanted[wanted_headings] "\"", title)
    else fail(line, "the heading must be \"## " wanted[headings ? headings : 1] "\"", title)
  }

  # Code between backticks becomes a mark.
  function without_code(source,  result, ticks, rest, skipped, found) {
    codes = 0
    while (match(source, /`+/)) {
      result = result substr(source, 1, RSTART - 1)
      ticks = substr(source, RSTART, RLENGTH)
      source = substr(source, RSTART + RLENGTH)
      rest = source
      skipped = found = 0
      while (match(rest, /`+/)) {
        if (RLENGTH == length(ticks)) { found = skipped + RSTART; break }
        skipped += RSTART + RLENGTH - 1
        rest = substr(rest, RSTART + RLENGTH)
      }
      if (!found) continue
      code[++codes] = ticks substr(source, 1, found - 1) ticks
      result = result "\005" codes "\006"
      source = substr(source, found + length(ticks))
    }
    return result source
  }

  function with_code(source,  number) {
    while (match(source, /\005[0-9]+\006/)) {
      number = substr(source, RSTART + 1, RLENGTH - 2)
      source = substr(source, 1, RSTART - 1) code[number] substr(source, RSTART + RLENGTH)
    }
    gsub(/\007[0-9]+ /, "", source)
    return source
  }

  # Words alone, in lower case, with a space before, between and after them.
  function normal(source) {
    source = tolower(source)
    gsub(/\005[0-9]+\006/, " ; ", source)
    gsub(/\342\200\231/, "\047", source)
    gsub(/[^a-z0-9;\047\200-\377]+/, " ", source)
    return " " source " "
  }

  function end_paragraph(  parts, count, i, word, line, start, sentence, length_of) {
    if (text == "") return
    text = without_code(text)
    gsub(/<(https?:|mailto:)[^>]*>/, "link", text)
    gsub(/<\/?[A-Za-z][^>]*>/, "", text)
    gsub(/!\[/, "[", text)
    while (match(text, /\]\([^()]*(\([^()]*\)[^()]*)*\)/)) text = substr(text, 1, RSTART) substr(text, RSTART + RLENGTH)
    gsub(/\]\[[^]]*\]/, "]", text)
    gsub(/[][*]/, "", text)
    count = split(text, parts, /[ \t]+/)
    text = ""
    for (i = 1; i <= count; i++) {
      word = parts[i]
      if (word ~ /^\007/) { line = substr(word, 2); continue }
      if (word == "") continue
      if (sentence == "") start = line
      sentence = sentence (sentence == "" ? "" : " ") word
      if (word ~ /[A-Za-z0-9]/) length_of++
      if (ends(word, parts[i + 1] ~ /^\007/ ? parts[i + 2] : parts[i + 1])) {
        end_sentence(sentence, length_of, start)
        sentence = ""
        length_of = 0
      }
    }
    if (sentence != "") end_sentence(sentence, length_of, start)
  }

  function ends(word, following) {
    gsub(/\342\200\235|\342\200\231|\302\273/, "", word)
    gsub(/["\047)]+$/, "", word)
    if (word !~ /[.!?]$/) return 0
    gsub(/^["\047(]+/, "", word)
    word = tolower(word)
    if (word == "e.g." || word == "i.e." || word == "cf." || word == "vs.") return 0
    return word != "etc." || following !~ /^[a-z]/
  }

  function end_sentence(sentence, length_of, line,  i, at, words) {
    if (!length_of) return
    sentences++
    words_of_file += length_of
    if (length_of > most) fail(line, length_of " words, at most " most " are allowed", with_code(sentence))
    if (only_length) return
    # What stands between quotation marks is an example.
    gsub(/"[^"]*"/, " ; ", sentence)
    words = normal(sentence)
    sub(/^ +/, " ", words)
    for (i = 1; i <= phrases; i++) {
      at = index(words, phrase[i])
      if (at == 1 || (at && !at_start[i])) fail(line, "\"" shown[i] "\" is to be avoided", with_code(sentence))
    }
  }
' "${files[@]}" >&2
