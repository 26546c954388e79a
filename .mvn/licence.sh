#!/bin/sh
# Puts the licence into the first line of sources in Java, C, C++ and Rust that do not name it. What tests expect of
# generators is left alone.
#
# SPDX-License-Identifier: Apache-2.0
set -eu
cd "$(dirname "$0")/.."

git ls-files --cached --others --exclude-standard -- '*.java' '*.rs' '*.c' '*.h' '*.cpp' '*.hpp' \
	':!relib-interface/src/test/resources' | while read -r file; do
	if ! grep -q 'SPDX-License-Identifier: Apache-2\.0' "$file"; then
		case $file in
			*.java | *.rs) line='// SPDX-License-Identifier: Apache-2.0' ;;
			*) line='/* SPDX-License-Identifier: Apache-2.0 */' ;;
		esac
		printf '%s\n' "$line" | cat - "$file" >"$file.licensed"
		mv "$file.licensed" "$file"
		echo "$file"
	fi
done
