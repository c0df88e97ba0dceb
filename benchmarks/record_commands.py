"""The command lines that `record.py` runs, by the kind of input they are for.

A command is what follows `argmap`. `{file}` is the input's own file, `{id}` a statement, `{source}` a source, `{form}`
the name of its format; `< FILE` gives standard input, ` ; ` begins another command in the same folder, and
`cp FROM TO` is done without argmap. Every line starts from a fresh copy of the input's folder.
"""

from __future__ import annotations

COMMANDS = (
    *("annotate", "check", "compare", "completion", "convert", "coverage", "diff", "doctor", "evaluate", "explain"),
    *("format", "init"),
    "lock",
    *(
        "matrix",
        "next",
        "reanchor",
        "reliability",
        "render",
        "report",
        "review",
        "rules",
        "schema",
        "schemes",
        "show",
        "source",
        "source add",
        "source fetch",
        "source update",
    ),
    *("sources", "strengths", "view", "weak", "what-if", "why"),
)
CODES = [
    f"AM{code}"
    for first, last in ((1, 20), (101, 115), (201, 215), (301, 315), (401, 406), (501, 508), (601, 611), (701, 705))
    for code in (f"{number:03}" for number in range(first, last + 1))
]

ALONE = (
    *("", "--help", "--version", "-h", "chekc", "--nonsense"),
    *(f"{command} --help" for command in COMMANDS),
    *(f"explain {code}" for code in CODES),
    *("explain unsupported-claim", "explain unsuported-claim", "explain am101", "explain"),
    *("schema", "schema map", "schema source", "schema nothing", "rules", "rules --json"),
    *("completion bash", "completion zsh", "completion fish", "completion tcsh"),
    *("init ; check ; init ; evaluate arguments", "init new ; check new", "check", "evaluate", "lock", "sources"),
    *("check absent.yaml", "check m.unknown", "convert absent.yaml m.json", "render absent.yaml", "why x", "format"),
)
EVERY = (
    "check {file}",
    "check {file} --output-format json",
    "evaluate {file}",
    "strengths {file} --json",
    "format {file} --diff",
    "format {file} ; format --check {file}",
    "convert {file} out.json",
    "render {file} -o out.dot",
    "show {file}",
)
MAP = (
    *EVERY,
    "check {file} --select ALL --output-format concise",
    "check {file} --output-format sarif",
    "check {file} --output-format github --exit-zero",
    "evaluate {file} --json",
    "evaluate {file} --basis cited",
    "evaluate {file} --basis granted --json",
    "convert {file} out.yaml ; check out.yaml --output-format concise",
    "convert {file} out.argdown ; check out.argdown --output-format concise",
    "convert {file} out.jsonld ; check out.jsonld --output-format concise",
    "render {file} --to svg -o out.svg",
    "render {file} --no-evidence --no-legend --direction lr --arrangement apart -o out.dot",
    "render {file} --overview -o out.mmd ; render {file} --plain --findings none -o out.gv",
    "report {file} --date 2026-01-01 --no-picture -o out.md ; report {file} --date 2026-01-01 --no-picture -o out.html",
    "show {file} --ascii --width 50",
    "show {file} --json",
    "sources {file}",
)
ARGDOWN = (
    *EVERY,
    "check {file} --select ALL --output-format concise",
    "evaluate {file} --basis granted --json",
    "convert {file} out.yaml ; check out.yaml --output-format concise",
    "convert {file} out.argdown",
    "convert {file} out.jsonld",
    "render {file} --all -o out.dot",
)
FOREIGN = ("check {file} --output-format json", "convert {file} out.yaml")
JSON = (
    *FOREIGN,
    "check {file}",
    "convert {file} out.yaml --from web_annotation",
    "convert {file} out.yaml --from hypothesis",
    "format {file} --check",
)
PROJECT = (
    *("check", "check --select ALL", "check --select AM1,AM2 --ignore AM205 --fail-on error", "check --select AM9"),
    *(f"check --select ALL --output-format {form}" for form in ("concise", "json", "sarif", "github")),
    *("format --check", "format --diff", "format ; format --check", "rules", "evaluate"),
    *("sources", "sources --json", "sources --links", "evaluate arguments", "render -o build/ --to dot"),
    *("lock", "lock --check", "lock ; lock --check ; check --select ALL", "reanchor", "reanchor --accept strong"),
    *("reanchor --accept weak ; check", "review --all --reviewer Me ; check ; review --suspect", "review"),
    *("review --all", "review absent", "coverage absent", "annotate absent words", "why absent"),
)
SOURCE = (
    *("coverage {source}", "coverage {source} --unused", "coverage {source} --json"),
    *("coverage {source} --min-coverage 60", "source fetch {source}"),
    "annotate {source} the",
    "annotate {source} 'these words are not in it'",
)
STATEMENT = (
    *("why {id}", "why {id} --basis cited", "why {id} {file} --basis granted", "review {id} --reviewer Me ; check"),
    *("render {file} --around {id} -o out.dot", "render {file} --around {id} --depth 1 --theme dark -o out.svg"),
)
PICTURES = (
    *("render {file}", "render {file} --to png", "render {file} --to pdf", "render {file} -o - --to dot"),
    *(f"render {{file}} --direction {way} -o out.dot" for way in ("rl", "bt", "lr", "tb")),
    *(f"render {{file}} --theme {theme} -o out.svg" for theme in ("light", "dark")),
    *(f"render {{file}} --arrangement {how} -o out.svg" for how in ("joined", "apart")),
    *(f"render {{file}} --type {kind} -o out.dot" for kind in ("claim", "evidence", "question")),
    *("render {file} --group nowhere", "render {file} --tag transport -o out.dot", "render {file} --all -o out.svg"),
    *("render {file} --no-legend -o out.svg", "render {file} --no-evidence -o out.svg", "render {file} --to gif"),
)
STANDARD_INPUT = (
    *("check - < {file}", "check - --input-format {form} < {file}", "format - --input-format {form} < {file}"),
    *("convert - - --from {form} --to argdown < {file}", "convert {file} - --to web_annotation"),
    *("convert {file} - --to json", "convert {file} out.markdown", "evaluate - --input-format {form} < {file}"),
    "render - --input-format {form} --to dot -o - < {file}",
)
DOCUMENT = (
    "source add {file} --id s ; annotate s the ; coverage s ; sources --json",
    "source add {file} --title 'A title' --url https://example.org/x --kind data",
    "source add {file} --encoding windows-1252 --id s",
    "source add {file} --references",
    "source add {file} --id s ; source update s {file} ; lock",
)
TRIALS = {  # folder: its own commands
    "reanchor-*": (
        "check ; lock ; cp new.txt seeds/texts/q.txt ; check --select ALL ; sources --json ; reanchor ; lock --check",
        "lock ; cp new.txt seeds/texts/q.txt ; reanchor --accept strong ; check",
        "lock ; review --all --reviewer Me ; source update q new.txt ; reanchor --accept weak ; check --select ALL",
        "lock ; cp new.txt seeds/texts/q.txt ; reanchor --accept ask",
    ),
    "html-charset-labels": ("source add latin1.html --id l ; annotate l 'mayor’s plan'",),
    "links-table-cells": ("cp m.yaml arguments/m.yaml ; source add page.html --id p ; sources --links",),
    "web-extra-dead": ("source add page.html --main-text --id p",),
}
DRIFT = (
    "check --select ALL ; lock ; sources --json",
    "lock ; cp new.txt seeds/texts/s0.txt ; check --select ALL --output-format concise ; reanchor",
    "lock ; cp new.txt seeds/texts/s0.txt ; reanchor --accept strong ; check --output-format concise",
    "lock ; review --all --reviewer Me ; source update s0 new.txt ; reanchor --accept weak ; check --select AM2",
    "annotate s0 'was found' ; coverage s0 --json",
    "format ; evaluate arguments/map.yaml --json",
)
