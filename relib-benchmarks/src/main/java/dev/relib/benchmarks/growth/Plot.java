// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Draws how something grows, both axes logarithmic: what grows as its number does is a
 * line of 45 degrees, what stays the same is level.
 */
public final class Plot {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 320;

	private Plot() {
	}

	/**
	 * Draws columns of figures.
	 * @param growth the figures
	 * @param file the SVG file, replaced
	 * @throws IOException if it can not be written
	 */
	public static void draw(Growth growth, Path file) throws IOException {
		XYChart chart = new XYChartBuilder().width(WIDTH)
			.height(HEIGHT)
			.title(growth.title())
			.xAxisTitle(growth.number())
			.build();
		chart.getStyler()
			.setXAxisLogarithmic(true)
			.setYAxisLogarithmic(true)
			.setLegendPosition(LegendPosition.OutsideE)
			.setAntiAlias(true);
		for (int column = 0; column < growth.columns().size(); column++) {
			double[] figures = growth.figures(column);
			for (int i = 0; i < figures.length; i++) {
				figures[i] = Math.max(figures[i], 1e-3);
			}
			chart.addSeries(growth.columns().get(column), growth.numbers(), figures);
		}
		SVGGraphics2D graphics = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
			.createDocument("http://www.w3.org/2000/svg", "svg", null));
		chart.paint(graphics, WIDTH, HEIGHT);
		Files.createDirectories(file.toAbsolutePath().getParent());
		try (Writer writer = Files.newBufferedWriter(file)) {
			graphics.stream(writer, true);
		}
	}

}
