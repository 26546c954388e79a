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
 * A picture as filters see it.
 *
 * @param width pixels in a line
 * @param height lines
 * @param rgba the pixels, four bytes each
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
	 * Filters this picture.
	 * @param filter the filter
	 * @return the filter's picture
	 */
	Picture apply(ImageFilter filter) {
		return new Picture(this.width, this.height, filter.apply(this.rgba, this.width, this.height));
	}

	/**
	 * Reads a picture's pixels.
	 * @param image the picture in whatever form
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
	 * Writes this picture.
	 * @return a PNG
	 * @throws IOException never, for it is written to memory
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
