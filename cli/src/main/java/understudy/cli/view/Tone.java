package understudy.cli.view;

/** How a line of the live view is meant, and by which colour a terminal shows it. */
enum Tone {
    PLAIN(""),
    STRONG("\u001b[1m"),
    FAINT("\u001b[2m"),
    MIND("\u001b[33m"),
    BAD("\u001b[31m");

    private static final String END = "\u001b[0m";
    private final String begin;

    Tone(String begin) {
        this.begin = begin;
    }

    String of(String text) {
        return begin.isEmpty() ? text : begin + text + END;
    }

    /** One line with its tone. */
    record Line(String text, Tone tone) {}
}
