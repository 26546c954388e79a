// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads PNG and JPEG pictures from untrusted clients. Refuses a picture that is too large
 * before it allocates memory for the pixels.
 */
final class PictureReader {

	private static final int MAX_BYTES = 32 << 20;

	private static final int MAX_PIXELS = 40_000_000;

	private static final Set<String> FORMATS = Set.of("png", "JPEG");

	private PictureReader() {
	}

	/**
	 * Reads a picture.
	 * @param source the content of a PNG or JPEG file
	 * @return the picture
	 * @throws IOException if the source can not be read
	 * @throws ResponseStatusException if the content is not a PNG or JPEG picture, is
	 * damaged, or is too large
	 */
	static Picture read(InputStreamSource source) throws IOException {
		byte[] content;
		try (InputStream stream = source.getInputStream()) {
			content = stream.readNBytes(MAX_BYTES + 1);
		}
		if (content.length > MAX_BYTES) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE,
					"The picture has more than " + (MAX_BYTES >> 20) + " MB.");
		}
		return decode(content);
	}

	private static Picture decode(byte[] content) {
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			ImageReader reader = reader(input);
			try {
				reader.setInput(input, true, true);
				requireSize(reader.getWidth(0), reader.getHeight(0));
				return Picture.of(reader.read(0));
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The picture is damaged.", ex);
		}
	}

	private static ImageReader reader(ImageInputStream input) throws IOException {
		for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext();) {
			ImageReader reader = readers.next();
			if (FORMATS.contains(reader.getFormatName())) {
				return reader;
			}
		}
		throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "That is neither a PNG nor a JPEG picture.");
	}

	private static void requireSize(int width, int height) {
		if ((long) width * height > MAX_PIXELS) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "The picture has " + width + " x " + height
					+ " pixels, more than " + MAX_PIXELS / 1_000_000 + " million.");
		}
	}

}
