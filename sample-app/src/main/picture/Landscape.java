// SPDX-License-Identifier: Apache-2.0
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws the picture that the workshop ships. Not part of the build; run it with
 * {@code java Landscape.java ../resources/static/landscape.jpg}
 */
class Landscape {

	static final int WIDTH = 960;

	static final int HEIGHT = 640;

	static final int SHORE = 430;

	static final Random RANDOM = new Random(7);

	public static void main(String[] args) throws Exception {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D canvas = smooth(image.createGraphics());
		sky(canvas);
		ridge(canvas, 330, 130, 5, new Color(0x8D7FA8), new Color(0xC9A2A6));
		ridge(canvas, 370, 90, 11, new Color(0x5E6391), new Color(0x9A84A0));
		ridge(canvas, 405, 60, 23, new Color(0x37466F), new Color(0x5C5F86));
		forest(canvas);
		lake(canvas, image);
		meadow(canvas);
		cabin(canvas, 175, 500);
		fence(canvas);
		pine(canvas, 58, 600, 250);
		pine(canvas, 118, 575, 150);
		pine(canvas, 900, 610, 330);
		pine(canvas, 822, 600, 190);
		birds(canvas);
		grain(image);
		write(image, new File(args[0]));
	}

	static Graphics2D smooth(Graphics2D canvas) {
		canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		return canvas;
	}

	static void sky(Graphics2D canvas) {
		canvas.setPaint(new GradientPaint(0, 0, new Color(0x28356B), 0, 210, new Color(0xC9748A)));
		canvas.fillRect(0, 0, WIDTH, 211);
		canvas.setPaint(new GradientPaint(0, 210, new Color(0xC9748A), 0, SHORE, new Color(0xFFD9A0)));
		canvas.fillRect(0, 210, WIDTH, SHORE);
		canvas.setPaint(new RadialGradientPaint(610, 186, 330, new float[] { 0, 0.25f, 1 },
				new Color[] { new Color(255, 240, 200, 230), new Color(255, 205, 140, 110), new Color(255, 180, 140, 0) }));
		canvas.fillRect(0, 0, WIDTH, SHORE);
		canvas.setColor(new Color(0xFFF6DC));
		canvas.fill(new Ellipse2D.Double(568, 144, 84, 84));
		for (int i = 0; i < 70; i++) {
			double size = 0.6 + RANDOM.nextDouble() * 1.5;
			double y = Math.pow(RANDOM.nextDouble(), 1.6) * 170;
			canvas.setColor(new Color(255, 255, 240, (int) (200 * (1 - y / 190))));
			canvas.fill(new Ellipse2D.Double(RANDOM.nextDouble() * WIDTH, y, size, size));
		}
		for (int i = 0; i < 7; i++) {
			cloud(canvas, RANDOM.nextDouble() * WIDTH, 70 + i * 22, 120 + RANDOM.nextDouble() * 190);
		}
	}

	static void cloud(Graphics2D canvas, double x, double y, double length) {
		for (int i = 0; i < 46; i++) {
			double at = RANDOM.nextGaussian() * 0.33;
			double width = length * 0.34 * (1 - Math.min(0.8, Math.abs(at)));
			canvas.setColor(new Color(255, 205 + RANDOM.nextInt(35), 190 + RANDOM.nextInt(30), 11));
			canvas.fill(new Ellipse2D.Double(x + at * length - width / 2, y + RANDOM.nextGaussian() * 4, width,
					5 + RANDOM.nextDouble() * 8));
		}
	}

	static void ridge(Graphics2D canvas, int base, int height, long seed, Color top, Color bottom) {
		Path2D outline = new Path2D.Double();
		outline.moveTo(0, SHORE + 6);
		for (int x = 0; x <= WIDTH; x++) {
			outline.lineTo(x, base - height * mountains(x / 240d, seed));
		}
		outline.lineTo(WIDTH, SHORE + 6);
		canvas.setPaint(new GradientPaint(0, base - height, top, 0, SHORE, bottom));
		canvas.fill(outline);
		for (int x = 0; x < WIDTH; x++) {
			double crest = base - height * mountains(x / 240d, seed);
			for (int y = (int) Math.ceil(crest); y < SHORE; y++) {
				double down = y - crest;
				double facet = mountains((x + down * 0.7) / 90, seed + 50) - mountains((x - down * 0.7) / 90, seed + 70);
				int shade = (int) (52 * facet * Math.exp(-down / 90));
				canvas.setColor((shade > 0) ? new Color(255, 214, 170, shade) : new Color(20, 20, 60, -shade));
				canvas.fillRect(x, y, 1, 1);
			}
		}
	}

	/** Returns ridged noise, from 0 to about 1. */
	static double mountains(double x, long seed) {
		double sum = 0;
		double weight = 0.55;
		for (int octave = 0; octave < 6; octave++) {
			sum += weight * (1 - Math.abs(2 * noise(x, seed + octave) - 1));
			x = x * 2.1 + 3.7;
			weight *= 0.48;
		}
		return sum;
	}

	static double noise(double x, long seed) {
		double floor = Math.floor(x);
		double part = x - floor;
		double ease = part * part * (3 - 2 * part);
		return lattice((long) floor, seed) * (1 - ease) + lattice((long) floor + 1, seed) * ease;
	}

	static double lattice(long x, long seed) {
		return new Random(x * 7919 + seed * 104729).nextInt(100_000) / 100_000d;
	}

	static void forest(Graphics2D canvas) {
		for (int i = 0; i < 230; i++) {
			double x = i * WIDTH / 229d + RANDOM.nextGaussian() * 2;
			double height = 16 + 22 * noise(x / 70, 99) + RANDOM.nextDouble() * 9;
			Path2D tree = new Path2D.Double();
			tree.moveTo(x, SHORE - height);
			tree.lineTo(x + height * 0.22, SHORE + 3);
			tree.lineTo(x - height * 0.22, SHORE + 3);
			canvas.setColor(new Color(22 + RANDOM.nextInt(14), 40 + RANDOM.nextInt(16), 60 + RANDOM.nextInt(14)));
			canvas.fill(tree);
		}
	}

	static void lake(Graphics2D canvas, BufferedImage image) {
		for (int y = SHORE; y < HEIGHT; y++) {
			double depth = (y - SHORE) / (double) (HEIGHT - SHORE);
			for (int x = 0; x < WIDTH; x++) {
				double ripple = Math.sin(y * 0.9 / (0.35 + depth) + 5 * noise(x / 60d, 300 + y / 7)) * (1 + 7 * depth);
				int fromX = Math.floorMod((int) (x + ripple), WIDTH);
				int fromY = Math.max(0, (int) (SHORE - 1 - (y - SHORE) * 1.55 - ripple * 0.4));
				Color mirrored = new Color(image.getRGB(fromX, fromY));
				double keep = 0.86 - 0.3 * depth;
				image.setRGB(x, y, new Color((int) (mirrored.getRed() * keep), (int) (mirrored.getGreen() * keep + 6),
						(int) Math.min(255, mirrored.getBlue() * keep + 18)).getRGB());
			}
		}
		for (int i = 0; i < 170; i++) {
			double y = SHORE + 4 + Math.pow(RANDOM.nextDouble(), 1.4) * 130;
			double spread = 16 + (y - SHORE) * 0.5;
			double width = 8 + RANDOM.nextDouble() * spread * 0.8;
			canvas.setColor(new Color(255, 236, 190, 60 + RANDOM.nextInt(90)));
			canvas.fill(new Ellipse2D.Double(610 + RANDOM.nextGaussian() * spread * 0.5 - width / 2, y, width, 1.6));
		}
	}

	static void meadow(Graphics2D canvas) {
		Path2D bank = new Path2D.Double();
		bank.moveTo(0, HEIGHT);
		for (int x = 0; x <= WIDTH; x++) {
			bank.lineTo(x, bank(x));
		}
		bank.lineTo(WIDTH, HEIGHT);
		canvas.setPaint(new GradientPaint(0, 490, new Color(0x4B5A3A), 0, HEIGHT, new Color(0x1D2A24)));
		canvas.fill(bank);
		for (int i = 0; i < 5200; i++) {
			double x = RANDOM.nextDouble() * WIDTH;
			double top = bank(x);
			double y = top + RANDOM.nextDouble() * (HEIGHT - top);
			double blade = 3 + 11 * (y - 480) / 160;
			int light = RANDOM.nextInt(60);
			canvas.setStroke(new BasicStroke(0.8f + RANDOM.nextFloat() * 0.7f));
			canvas.setColor(new Color(44 + light, 58 + light, 40 + light / 3, 120));
			Path2D stalk = new Path2D.Double();
			stalk.moveTo(x, y);
			stalk.quadTo(x, y - blade * 0.6, x + RANDOM.nextGaussian() * 4, y - blade);
			canvas.draw(stalk);
		}
		Color[] petals = { new Color(0xF2C14E), new Color(0xE8E4F3), new Color(0xD9628B) };
		for (int i = 0; i < 120; i++) {
			double x = RANDOM.nextDouble() * WIDTH;
			double y = bank(x) + 12 + RANDOM.nextDouble() * 90;
			double size = 1.5 + (y - 490) / 45;
			canvas.setColor(petals[RANDOM.nextInt(petals.length)]);
			canvas.fill(new Ellipse2D.Double(x, y, size, size));
		}
	}

	static double bank(double x) {
		return 505 + 78 * Math.exp(-Math.pow((x - 560) / 190, 2)) + 9 * noise(x / 80, 500) - 14 * Math.exp(-x / 200);
	}

	static void cabin(Graphics2D canvas, double x, double y) {
		AffineTransform before = canvas.getTransform();
		canvas.translate(x, y);
		canvas.setColor(new Color(0, 0, 0, 70));
		canvas.fill(new Ellipse2D.Double(-12, 62, 215, 22));
		for (int log = 0; log < 9; log++) {
			canvas.setPaint(new GradientPaint(0, log * 8, new Color(0x9A6A45), 0, log * 8 + 8, new Color(0x5A3A28)));
			canvas.fill(new Rectangle2D.Double(0, log * 8, 180, 8));
		}
		canvas.setColor(new Color(0x3E2A20));
		canvas.fill(new Rectangle2D.Double(112, 20, 30, 52));
		canvas.setColor(new Color(0xC98B4A));
		canvas.fill(new Ellipse2D.Double(135, 45, 3.5, 3.5));
		for (double window : new double[] { 22, 66 }) {
			canvas.setPaint(new RadialGradientPaint((float) window + 14, 34, 60, new float[] { 0, 1 },
					new Color[] { new Color(255, 214, 120, 120), new Color(255, 200, 90, 0) }));
			canvas.fill(new Ellipse2D.Double(window - 46, -26, 120, 120));
			canvas.setColor(new Color(0xFFE29A));
			canvas.fill(new Rectangle2D.Double(window, 22, 28, 24));
			canvas.setColor(new Color(0x3E2A20));
			canvas.setStroke(new BasicStroke(2.2f));
			canvas.draw(new Rectangle2D.Double(window, 22, 28, 24));
			canvas.drawLine((int) window + 14, 22, (int) window + 14, 46);
			canvas.drawLine((int) window, 34, (int) window + 28, 34);
		}
		canvas.setColor(new Color(0x4A4552));
		canvas.fill(new Rectangle2D.Double(140, -66, 18, 40));
		for (int row = 0; row < 7; row++) {
			for (int tile = -1; tile < 24; tile++) {
				double left = -16 + row * 4 + tile * 9.2 + (row % 2) * 4.6;
				double from = -54 + (6 - row) * 8;
				int shade = RANDOM.nextInt(24);
				if (left > -22 + (row * 4) && left + 9 < 202 - row * 4) {
					canvas.setColor(new Color(120 + shade, 52 + shade / 2, 48 + shade / 2));
					canvas.fill(new Rectangle2D.Double(left, from, 8.6, 8.8));
				}
			}
		}
		for (int puff = 0; puff < 26; puff++) {
			double size = 8 + puff * 1.3;
			canvas.setColor(new Color(235, 225, 235, Math.max(6, 44 - puff)));
			canvas.fill(new Ellipse2D.Double(146 + puff * 2.1 + Math.sin(puff * 0.5) * 7 - size / 2, -74 - puff * 5.4, size,
					size * 0.8));
		}
		canvas.setTransform(before);
	}

	static void fence(Graphics2D canvas) {
		canvas.setColor(new Color(0x6B5240));
		for (int post = 0; post < 9; post++) {
			double x = 372 + post * 34;
			double y = bank(x) + 4 + post * 1.5;
			canvas.fill(new Rectangle2D.Double(x, y - 24, 5, 32));
			if (post < 8) {
				double next = bank(x + 34) + 4 + (post + 1) * 1.5;
				canvas.setStroke(new BasicStroke(3));
				canvas.drawLine((int) x, (int) y - 18, (int) x + 38, (int) next - 18);
				canvas.drawLine((int) x, (int) y - 8, (int) x + 38, (int) next - 8);
			}
		}
	}

	static void pine(Graphics2D canvas, double x, double y, double height) {
		canvas.setColor(new Color(0x2A1E1A));
		canvas.fill(new Rectangle2D.Double(x - height * 0.018, y - height * 0.2, height * 0.036, height * 0.22));
		for (int i = 0; i < 900; i++) {
			double down = Math.sqrt(RANDOM.nextDouble());
			double tier = (down * 9) % 1;
			double reach = height * 0.26 * down * (0.45 + 0.55 * tier);
			double side = RANDOM.nextDouble() * 2 - 1;
			double fromY = y - height + down * height * 0.9;
			int light = RANDOM.nextInt(34) + (side > 0 ? 12 : 0);
			canvas.setStroke(new BasicStroke(1.1f));
			canvas.setColor(new Color(14 + light / 2, 34 + light, 32 + light / 2));
			Path2D needle = new Path2D.Double();
			needle.moveTo(x + side * reach * 0.35, fromY - reach * 0.12);
			needle.lineTo(x + side * reach, fromY + Math.abs(side) * reach * 0.32);
			canvas.draw(needle);
		}
	}

	static void birds(Graphics2D canvas) {
		canvas.setColor(new Color(0x2B2A4A));
		double[][] flock = { { 380, 150, 9 }, { 410, 138, 11 }, { 436, 158, 8 }, { 462, 128, 10 }, { 352, 172, 7 } };
		for (double[] bird : flock) {
			canvas.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
			Path2D wings = new Path2D.Double();
			wings.moveTo(bird[0] - bird[2], bird[1] - bird[2] * 0.3);
			wings.quadTo(bird[0] - bird[2] * 0.4, bird[1] - bird[2] * 0.7, bird[0], bird[1]);
			wings.quadTo(bird[0] + bird[2] * 0.4, bird[1] - bird[2] * 0.7, bird[0] + bird[2], bird[1] - bird[2] * 0.3);
			canvas.draw(wings);
		}
	}

	static void grain(BufferedImage image) {
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				int noise = (int) (RANDOM.nextGaussian() * 1.6);
				Color color = new Color(image.getRGB(x, y));
				image.setRGB(x, y, new Color(clamp(color.getRed() + noise), clamp(color.getGreen() + noise),
						clamp(color.getBlue() + noise)).getRGB());
			}
		}
	}

	static int clamp(int value) {
		return Math.max(0, Math.min(255, value));
	}

	static void write(BufferedImage image, File file) throws Exception {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam parameters = writer.getDefaultWriteParam();
		parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		parameters.setCompressionQuality(0.92f);
		file.delete();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(output);
			writer.write(null, new IIOImage(image, null, null), parameters);
		}
	}

}
