package understudy.emulated.bigfix;

import java.util.List;
import java.util.Map;
import understudy.emulated.world.Refused;

/**
 * A Fixlet, a task or a baseline of a site.
 *
 * @param script what its action says, as an operator reads it
 * @param applies whether it is relevant on a node
 * @param work what its action does there
 * @param restarts its action restarts the node
 * @param members of a baseline, in order
 */
public record Content(
        Site site,
        int id,
        Kind kind,
        String title,
        String script,
        Applies applies,
        Work work,
        boolean restarts,
        List<Content> members) {
    public Content {
        members = List.copyOf(members);
    }

    /** What a site offers. A Fixlet's action has done its work when it is no longer relevant, a task's when it has come to its end. */
    public enum Kind {
        FIXLET("Fixlet"),
        TASK("Task"),
        BASELINE("Baseline");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Where content stands. */
    public record Site(String type, String name) {
        /** The site of the cluster Fixlets. */
        public static final Site SERVER_AUTOMATION = new Site("external", "Server Automation");

        /** The site of patches. */
        public static final Site PATCHES = new Site("external", "Patches for Windows");

        /** A site of the customer's own. */
        public static final Site OWN = new Site("custom", "Cluster patches");
    }

    /** A relevance. */
    public interface Applies {
        boolean on(Machine machine);
    }

    /** An action's script. */
    public interface Work {
        void run(Machine machine, Map<String, String> parameters) throws Refused, InterruptedException;
    }

    static Content of(Site site, int id, Kind kind, String title, String script, Applies applies, Work work) {
        return new Content(site, id, kind, title, script, applies, work, false, List.of());
    }

    Content restarting() {
        return new Content(site, id, kind, title, script, applies, work, true, members);
    }

    /** A baseline of these. */
    public static Content baseline(Site site, int id, String title, List<Content> members) {
        return new Content(
                site,
                id,
                Kind.BASELINE,
                title,
                "",
                machine -> members.stream().anyMatch(member -> member.applies().on(machine)),
                (_, _) -> {},
                members.stream().anyMatch(Content::restarts),
                members);
    }

    /** Its action asks for a restart and does not do it. */
    boolean asksForRestart() {
        return script.contains("action requires restart") || members.stream().anyMatch(Content::asksForRestart);
    }
}
