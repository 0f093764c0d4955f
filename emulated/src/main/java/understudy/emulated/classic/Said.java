package understudy.emulated.classic;

/** What a program has written, and the code with which it ends. */
record Said(int exit, String output) {
    static Said of(int exit, String... lines) {
        return new Said(exit, String.join("\r\n", lines) + "\r\n");
    }
}
