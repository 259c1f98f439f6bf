"""Logs texts with secrets by the command that is given, and compares the records with what mask_password makes of the texts."""

import json
import os
import subprocess
import sys

from oslo_utils import strutils

SECRET = "TL0EfN33"

# Forms of a name and a value; {k} is the name.
FORMS = [
    "{k}={s}",
    "{k} = {s}",
    "{k}={s} and more",
    "{k}='{s}'",
    '{k}="{s}"',
    '{k} = "{s}" after',
    "{k} '{s}'",
    '{k} "{s}"',
    "{k}: {s}",
    "{k} : {s}",
    "'{k}': '{s}'",
    "'{k}' : '{s}'",
    "'{k}': u'{s}'",
    '"{k}": "{s}"',
    '"{k}":"{s}"',
    "{{'a': 1, '{k}': '{s}', 'b': 2}}",
    '{{"a": 1, "{k}": "{s}", "b": [1, 2]}}',
    "{{\\\"{k}\\\": \\\"{s}\\\"}}",
    "'original_{k}': '{s}'",
    '"my{k}": "{s}"',
    "<{k}>{s}</{k}>",
    "<{k}>\n  {s}\n</{k}>",
    "<a><{k}>{s}</{k}></a>",
    "run --{k} {s}",
    "run --{k} '{s}' -v",
    'run --{k} "{s}"',
    "run --{k}={s} x",
    "run --{k} = {s}",
    "-n node.session.auth.{k} -v {s} -o update",
    "'node.session.auth.{k}', '-v', '{s}', 'x'",
    "['mysqld', '--{k}', '{s}']",
    "test = '{k}'  :   u'{s}'",
    "Namespace({k}='{s}', other=1)",
    "https://user:{s}@host/{k}",
    "before\n{k}={s}\nafter",
    "{k} =\n  {s}",
    "{k}\n= '{s}'",
    "{k}\n'{s}'",
    "run --{k}\n{s}",
    '{{"{k}":\n  "{s}"}}',
    "{{'{k}'\t:\n'{s}'}}",
    "'node.session.auth.{k}',\n'-v',\n'{s}'",
]


def main(command):
    keys = sorted(strutils._SANITIZE_KEYS)
    texts = []
    for key in keys:
        for name in (key, key.upper(), key.capitalize(), key + "1"):
            for form in FORMS:
                texts.append(form.format(k=name, s=SECRET))
    masked = [text for text in texts if SECRET not in strutils.mask_password(text)]
    print(f"{len(keys)} names, {len(texts)} texts, of which mask_password masks {len(masked)}")
    if len(keys) < 30 or len(masked) < len(texts) / 2:
        sys.exit("The peer masks less than it is known to.")

    environment = dict(os.environ, Common__Logging__Format="Json", Common__Logging__StallLimit="1m")
    output = subprocess.run(
        command,
        input="".join(json.dumps(text) + "\n" for text in texts),
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ).stdout
    bodies = [json.loads(line)["body"] for line in output.splitlines()]
    if len(bodies) != len(texts):
        sys.exit(f"{len(texts)} texts, but {len(bodies)} records.")

    ours = dict(zip(texts, bodies))
    missed = [text for text in masked if SECRET in ours[text]]
    for text in missed[:50]:
        print(f"FAILED: {text!r} is logged as {ours[text]!r}")
    more = sum(1 for text in texts if SECRET in strutils.mask_password(text) and SECRET not in ours[text])
    print(f"ours masks {more} texts beyond that")
    print(f"\n{len(masked) - len(missed)} passed, {len(missed)} failed, 0 skipped")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
