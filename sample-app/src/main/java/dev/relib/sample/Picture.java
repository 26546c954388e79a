// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture in the format of {@link ImageFilter}.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param rgba the pixels line by line, four bytes each
 */
record Picture(int width, int height, byte[] rgba) {

	private static final int CHANNELS = 4;

	Picture {
		if (rgba.length != (long) CHANNELS * width * height) {
			throw new IllegalArgumentException(
					rgba.length + " bytes are not a picture of " + width + " x " + height + " pixels");
		}
	}

	/**
	 * Applies a filter.
	 * @param filter the filter
	 * @return a new picture
	 */
	Picture apply(ImageFilter filter) {
		return new Picture(this.width, this.height, filter.apply(this.rgba, this.width, this.height));
	}

	/**
	 * Converts an image.
	 * @param image an image of any type
	 * @return its pixels
	 */
	static Picture of(BufferedImage image) {
		int width = image.getWidth();
		byte[] rgba = new byte[CHANNELS * width * image.getHeight()];
		int[] line = new int[width];
		int at = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int argb : image.getRGB(0, y, width, 1, line, 0, width)) {
				rgba[at++] = (byte) (argb >> 16);
				rgba[at++] = (byte) (argb >> 8);
				rgba[at++] = (byte) argb;
				rgba[at++] = (byte) (argb >> 24);
			}
		}
		return new Picture(width, image.getHeight(), rgba);
	}

	/**
	 * Encodes this picture as PNG.
	 * @return the content of a PNG file
	 * @throws IOException never, because it writes to memory
	 */
	byte[] toPng() throws IOException {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(png)) {
			ImageIO.write(toImage(), "png", output);
		}
		return png.toByteArray();
	}

	private BufferedImage toImage() {
		ComponentColorModel colors = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
				Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
		DataBufferByte pixels = new DataBufferByte(this.rgba, this.rgba.length);
		return new BufferedImage(colors, Raster.createInterleavedRaster(pixels, this.width, this.height,
				CHANNELS * this.width, CHANNELS, new int[] { 0, 1, 2, 3 }, null), false, null);
	}

}
