package understudy.emulated.windows.winrm;

/** The node has lost its power: its connections end without a word. */
final class PowerLost extends Exception {
    private static final long serialVersionUID = 1;
}
