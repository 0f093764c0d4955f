package understudy.cli.report;

/** Something that the run changed and did not give back, with the command that does it by hand. */
public record Kept(String what, String reason, String byHand) {
    static Kept of(Changed changed) {
        return new Kept(
                changed.entry().kind() + " " + changed.entry().id(),
                changed.keptBecause().orElse(""),
                changed.entry().byHand());
    }
}
