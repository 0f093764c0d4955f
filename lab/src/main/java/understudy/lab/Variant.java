package understudy.lab;

/** A repacked package of the repository, to see what a patch run makes of it. */
public enum Variant {
    /** A higher version whose postinst fails: the package stays half-configured. */
    BAD("bad1"),
    /** A higher version that installs well, and with which the mail service does not start; no check tells so beforehand. */
    BREAKS_START("start1"),
    /** A higher version that installs well: more to patch after all has been patched. */
    HIGHER("lab1");

    private final String suffix;

    Variant(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return "+" + suffix;
    }
}
