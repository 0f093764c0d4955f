package understudy.cli.view;

/** A terminal as far as the live view needs it: how large it is now, and text to be written to it. */
interface Screen extends AutoCloseable {
    /** Its size at this moment; a person may change it at any time. */
    Size size();

    /** Writes text with its control sequences, at once. */
    void write(String text);

    @Override
    void close();

    /** Columns and rows, at least 20 by 5: a terminal that does not know its size says 0. */
    record Size(int columns, int rows) {
        private static final Size USUAL = new Size(80, 24);

        static Size of(int columns, int rows) {
            return columns < 1 || rows < 1 ? USUAL : new Size(Math.max(20, columns), Math.max(5, rows));
        }
    }
}
