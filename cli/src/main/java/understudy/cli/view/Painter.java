package understudy.cli.view;

import java.util.List;

/** Writes a panel below lines that scroll: each frame takes the last panel away, adds the new lines, and draws the panel again. */
final class Painter {
    private static final String NEW_LINE = "\r\n";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final boolean coloured;
    private List<Tone.Line> painted = List.of();

    Painter(boolean coloured) {
        this.coloured = coloured;
    }

    /** The control sequences and text of the next frame; an empty panel leaves the cursor at the beginning of a line. */
    String frame(List<String> lines, List<Tone.Line> panel, Screen.Size size) {
        StringBuilder frame = new StringBuilder(erase(size));
        for (String line : lines) {
            frame.append(Printable.line(line)).append(NEW_LINE);
        }
        for (int i = 0; i < panel.size(); i++) {
            Tone.Line line = panel.get(i);
            frame.append(i == 0 ? "" : NEW_LINE).append(coloured ? line.tone().of(line.text()) : line.text());
        }
        painted = List.copyOf(panel);
        return frame.toString();
    }

    private String erase(Screen.Size size) {
        if (painted.isEmpty()) {
            return "";
        }
        // A terminal that has become narrower has broken the old lines.
        int rows = painted.stream()
                .mapToInt(line -> Math.max(1, Math.ceilDiv(line.text().length(), size.columns())))
                .sum();
        int up = Math.min(rows, size.rows()) - 1;
        return "\r" + (up > 0 ? "\u001b[" + up + "A" : "") + CLEAR_BELOW;
    }
}
