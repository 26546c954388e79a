// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

import dev.relib.TrustedKey;
import dev.relib.failure.UnusableKeyException;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@OnOneJdk
class TrustedKeyTests {

	/** Written by {@code openssl pkey -pubout}. */
	private static final String PEM = """
			-----BEGIN PUBLIC KEY-----
			MCowBQYDK2VwAyEAg0jdn6EFl/GWR6XO82Gvdd+8W+81KYMakJRV1diu/yY=
			-----END PUBLIC KEY-----
			""";

	private static final String FINGERPRINT = "ef7abc5fa8f00f4821914bbef48aca180e0292f1383d4496673f8fbabb648ed7";

	/** Written by {@code openssl pkeyutl -sign -rawin}, of the text below. */
	private static final String SIGNATURE = "BGrKCAVO20je7zlALB2fHhLndd/J+RJP+x+WIMh4KoOzPvler/qSk0bmCRVI9jaTkEKlu2e6WF+GS9ZNxi2qAg==";

	@Test
	void readsPem() {
		assertThat(parse(PEM).fingerprint()).isEqualTo(FINGERPRINT);
		assertThat(parse("Ada's key\r\n" + PEM.replace("\n", "\r\n")).fingerprint()).isEqualTo(FINGERPRINT);
	}

	@Test
	void readsDer() {
		byte[] der = Base64.getMimeDecoder().decode(PEM.lines().toList().get(1));
		assertThat(TrustedKey.parse("ada.der", der).fingerprint()).isEqualTo(FINGERPRINT);
	}

	@Test
	void knowsSignaturesOfOtherTools() {
		byte[] signature = Base64.getDecoder().decode(SIGNATURE);
		assertThat(parse(PEM).hasSigned("a library".getBytes(StandardCharsets.US_ASCII), signature)).isTrue();
		assertThat(parse(PEM).hasSigned("a Library".getBytes(StandardCharsets.US_ASCII), signature)).isFalse();
	}

	@Test
	void refusesOtherKinds() throws Exception {
		for (String algorithm : new String[] { "RSA", "X25519", "Ed448" }) {
			byte[] other = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic().getEncoded();
			assertThat(refused(other).problem()).startsWith("it is no Ed25519 public key (");
		}
	}

	@Test
	void refusesPrivateKeys() throws Exception {
		KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
		String text = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
		String pem = "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
		assertThat(refused(pem.getBytes(StandardCharsets.US_ASCII)).problem())
			.isEqualTo("it is a PRIVATE KEY, not a PUBLIC KEY");
	}

	@Test
	void refusesWhatIsNoKey() {
		refused(new byte[0]);
		refused("relib".getBytes(StandardCharsets.US_ASCII));
		refused(PEM.lines().toList().get(1).getBytes(StandardCharsets.US_ASCII));
		refused("-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----\n".getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void refusesBytesThatNoKeyHas() {
		byte[] der = parse(PEM).key().getEncoded();
		int refused = 0;
		for (int value = 0; value < 16; value++) {
			der[der.length - 2] = (byte) value;
			try {
				assertThat(TrustedKey.parse("ada.pem", der).hasSigned(new byte[0], new byte[64])).isFalse();
			}
			catch (UnusableKeyException ex) {
				refused++;
			}
		}
		assertThat(refused).isBetween(1, 15);
	}

	@Test
	void refusesMoreThanOne() {
		assertThat(refused((PEM + PEM).getBytes(StandardCharsets.US_ASCII)).problem())
			.isEqualTo("there is more than one in it");
	}

	private static TrustedKey parse(String text) {
		return TrustedKey.parse("ada.pem", text.getBytes(StandardCharsets.UTF_8));
	}

	private static UnusableKeyException refused(byte[] content) {
		UnusableKeyException ex = catchThrowableOfType(UnusableKeyException.class,
				() -> TrustedKey.parse("ada.pem", content));
		assertThat(ex).hasMessageContaining("ada.pem").hasMessageContaining("relib.policy.public-keys");
		assertThat(ex.location()).isEqualTo("ada.pem");
		return ex;
	}

}
