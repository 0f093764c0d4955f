package understudy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The site of {@code scenarios/site/exchange-2007.yaml} in a folder of its own, where a test changes what it wants. */
public final class OfficeSite {
    private static final Path SITE =
            Path.of("../scenarios/site").toAbsolutePath().normalize();

    private final Path folder;

    private OfficeSite(Path folder) {
        this.folder = folder;
    }

    /** Lays it out. */
    public static OfficeSite in(Path folder) throws IOException {
        String text = Files.readString(SITE.resolve("exchange-2007.yaml"))
                .replace("scenario: ", "scenario: " + SITE + "/")
                .replace("procedure: server-in-place.yaml", "procedure: " + SITE + "/server-in-place.yaml")
                .replace("procedure: ccr-by-moving.yaml", "procedure: " + SITE + "/ccr-by-moving.yaml");
        Files.writeString(folder.resolve("inventory.yaml"), text);
        return new OfficeSite(folder);
    }

    /** One member's entry gets more keys, or another scenario where it begins with one. */
    public OfficeSite with(String member, String more) throws IOException {
        String text = Files.readString(inventory());
        String before = text.lines()
                .filter(line -> line.startsWith("  " + member + ": {platform"))
                .findFirst()
                .orElseThrow();
        String after = more.startsWith("scenario: ")
                ? before.replaceAll("scenario: [^,}]+", more.replace("scenario: ", "scenario: " + SITE + "/"))
                : before.substring(0, before.length() - 1) + ", " + more + "}";
        Files.writeString(inventory(), text.replace(before, after));
        return this;
    }

    /** Some words of the file are others. */
    public OfficeSite replacing(String words, String others) throws IOException {
        Files.writeString(inventory(), Files.readString(inventory()).replace(words, others));
        return this;
    }

    public Path inventory() {
        return folder.resolve("inventory.yaml");
    }

    public Path state() {
        return folder.resolve("state");
    }

    /** One of the commands of {@code understudy site}, in this process. */
    CommandRun site(String... words) {
        return CommandRun.of(words(words));
    }

    List<String> words(String... words) {
        List<String> all = new ArrayList<>(List.of("site"));
        all.addAll(List.of(words));
        all.addAll(List.of("--state", state().toString()));
        return all;
    }

    CommandRun run(String name) {
        return site("run", inventory().toString(), "office", "--yes", "--run", name);
    }

    /** What the run's published log shows. */
    SiteOrder order(String run) {
        return judged(site("events", run, "--output", "jsonl").output());
    }

    /** Judges a log from elsewhere. */
    public static void judge(String log) {
        judged(log);
    }

    private static SiteOrder judged(String log) {
        Map<String, String> roles = new TreeMap<>();
        List.of("cas1", "cas2", "cas3", "cas4").forEach(member -> roles.put(member, "client-access"));
        List.of("hub1", "hub2").forEach(member -> roles.put(member, "hub-transport"));
        List.of("scc", "ccr", "four").forEach(member -> roles.put(member, "mailbox"));
        List.of("um1", "um2").forEach(member -> roles.put(member, "unified-messaging"));
        return new SiteOrder(roles, Map.of("hub1", "ccr"), Map.of("front", Set.of("cas1", "cas2", "cas3", "cas4")), 2)
                .judge(log);
    }
}
