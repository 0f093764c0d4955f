package understudy.emulated.powershell;

/** An error that ends a script unless it traps it, with the sentence that PowerShell would show. */
public final class PowerShellError extends Exception {
    private static final long serialVersionUID = 1;

    public PowerShellError(String message) {
        super(message);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
