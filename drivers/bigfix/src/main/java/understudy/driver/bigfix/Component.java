package understudy.driver.bigfix;

import java.util.Optional;

/** A patch as a component of a run's targets: a site's name and a number, written {@code SITE/NUMBER}. */
public record Component(String site, int id) {
    /** What a node reaches: the patch is not relevant on it any more. */
    public static final String REACHED = "not relevant";

    /** What it is at before. */
    static final String BEHIND = "relevant";

    /** The patch of this Fixlet. */
    public static Component of(FixletRef ref) {
        return new Component(ref.siteName().name(), ref.id());
    }

    /** Reads it; empty where it is none of this form. */
    public static Optional<Component> read(String text) {
        int at = text.lastIndexOf('/');
        return at > 0 && text.substring(at + 1).matches("\\d{1,9}")
                ? Optional.of(new Component(text.substring(0, at), Integer.parseInt(text.substring(at + 1))))
                : Optional.empty();
    }

    /** What the titles of its actions hold. */
    public String inTitle() {
        return " patch " + this + " on ";
    }

    @Override
    public String toString() {
        return site + "/" + id;
    }
}
