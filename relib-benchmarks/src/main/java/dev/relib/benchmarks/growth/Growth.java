// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Figures for growing numbers of something.
 *
 * @param title what is measured
 * @param number what there is more and more of
 * @param columns what each figure is, with its unit
 * @param rows the figures of each number
 */
public record Growth(String title, String number, List<String> columns, List<Row> rows) {

	/**
	 * Creates figures without rows.
	 */
	Growth(String title, String number, String... columns) {
		this(title, number, List.of(columns), new ArrayList<>());
	}

	void add(int count, double... figures) {
		this.rows.add(new Row(count, figures));
	}

	/**
	 * The figures of one column.
	 * @param column its index
	 * @return a figure for each row
	 */
	public double[] figures(int column) {
		return this.rows.stream().mapToDouble((row) -> row.figures()[column]).toArray();
	}

	/**
	 * The numbers.
	 * @return one for each row
	 */
	public double[] numbers() {
		return this.rows.stream().mapToDouble(Row::count).toArray();
	}

	/**
	 * The figures as a table.
	 * @return Markdown
	 */
	public String markdown() {
		StringJoiner text = new StringJoiner("\n", "### " + this.title + "\n\n", "\n");
		text.add("| " + this.number + " | " + String.join(" | ", this.columns) + " |");
		text.add("|---".repeat(this.columns.size() + 1) + "|");
		for (Row row : this.rows) {
			StringJoiner cells = new StringJoiner(" | ", "| ", " |");
			cells.add(String.format(Locale.ROOT, "%,d", row.count()));
			for (double figure : row.figures()) {
				cells.add(String.format(Locale.ROOT, (figure < 10) ? "%.3f" : "%,.1f", figure));
			}
			text.add(cells.toString());
		}
		return text.toString();
	}

	/**
	 * The figures of one number.
	 *
	 * @param count the number
	 * @param figures its figures
	 */
	public record Row(int count, double[] figures) {

	}

}
