// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntBinaryOperator;

import javax.imageio.ImageIO;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Creates, reads and compares pictures.
 */
final class Pictures {

	private Pictures() {
	}

	/** Creates a picture by a function from (x, y) to the pixel, as 0xAARRGGBB. */
	static BufferedImage of(int width, int height, IntBinaryOperator argb) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				picture.setRGB(x, y, argb.applyAsInt(x, y));
			}
		}
		return picture;
	}

	/** Creates a picture whose left half is black and whose right half is white. */
	static BufferedImage halves(int width, int height) {
		return of(width, height, (x, y) -> (x < width / 2) ? 0xFF000000 : 0xFFFFFFFF);
	}

	/** As {@link #halves}, but without an alpha channel, which JPEG does not support. */
	static BufferedImage opaqueHalves(int width, int height) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		picture.setData(halves(width, height).getData().createChild(0, 0, width, height, 0, 0, new int[] { 0, 1, 2 }));
		return picture;
	}

	static byte[] write(BufferedImage picture, String format) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		try {
			assertThat(ImageIO.write(picture, format, content)).isTrue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return content.toByteArray();
	}

	static BufferedImage read(byte[] content) {
		try {
			return ImageIO.read(new ByteArrayInputStream(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int[] argb(BufferedImage picture) {
		return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
	}

	/** Returns the mean of a channel by its shift: 0 blue, 8 green, 16 red, 24 alpha. */
	static double mean(BufferedImage picture, int shift) {
		double sum = 0;
		for (int argb : argb(picture)) {
			sum += (argb >> shift) & 0xFF;
		}
		return sum / (picture.getWidth() * picture.getHeight());
	}

}
