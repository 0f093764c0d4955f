package understudy.emulated.bigfix;

import java.time.Duration;
import java.util.List;
import understudy.emulated.bigfix.Content.Kind;
import understudy.emulated.bigfix.Content.Site;
import understudy.emulated.world.Build;
import understudy.emulated.world.Refused;
import understudy.emulated.world.Rollup;

/** Patches to install: one that asks for a restart, one that does not, a service pack, and baselines of them. */
public final class PatchContent {
    /** A patch of Windows that asks for a restart. */
    public static final int WITH_RESTART = 806701;

    /** A patch of Windows that asks for none. */
    public static final int WITHOUT_RESTART = 807801;

    /** A service pack of Exchange 2007. */
    public static final int SERVICE_PACK = 810001;

    /** Update rollup 1 for Exchange 2007 SP1. */
    public static final int ROLLUP = 945_684;

    /** A baseline whose members ask for a restart, and that has none in it. */
    public static final int BASELINE = 501;

    /** A baseline that restarts the node itself. */
    public static final int BASELINE_WITH_RESTART = 502;

    private static final String STORE = "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe";
    private static final String LOG = "C:\\Windows\\Temp\\KB945684.log";
    private static final int RESTART_NEEDED = 3010;
    private static final Duration INSTALLATION = Duration.ofMinutes(4);

    private PatchContent() {}

    static List<Content> all(List<Content> cluster) {
        var restarting = patch(WITH_RESTART, "MS08-067: Vulnerability in Server Service", "KB958644", true);
        var plain = patch(WITHOUT_RESTART, "MS08-078: Security Update for Internet Explorer", "KB960714", false);
        var pack = patch(SERVICE_PACK, "Exchange Server 2007 Service Pack 1 Available", "KB932562", true);
        var restart = cluster.stream()
                .filter(content -> content.id() == 160)
                .findFirst()
                .orElseThrow();
        return List.of(
                restarting,
                plain,
                pack,
                rollup(),
                Content.baseline(Site.OWN, BASELINE, "Patches of the month", List.of(plain, restarting)),
                Content.baseline(
                        Site.OWN,
                        BASELINE_WITH_RESTART,
                        "Patches, with a restart",
                        List.of(plain, restarting, restart)));
    }

    private static Content rollup() {
        return Content.of(
                Site.PATCHES,
                ROLLUP,
                Kind.FIXLET,
                "Update Rollup 1 for Exchange Server 2007 Service Pack 1 (KB945684)",
                "waithidden msiexec /update __Download\\Exchange2007-KB945684-x64-EN.msp /quiet /norestart",
                machine -> machine.node()
                        .versionOf(STORE)
                        .filter(version -> version.equals(Build.SP1))
                        .isPresent(),
                (machine, _) -> {
                    machine.world().note(machine.node(), "install KB945684");
                    int exit = new Rollup(machine.world(), machine.node(), LOG).apply(Build.SP1_ROLLUP1);
                    if (exit != 0 && exit != RESTART_NEEDED) {
                        throw new Refused(exit, "The rollup ended with " + exit + ".");
                    }
                });
    }

    private static Content patch(int id, String title, String update, boolean restart) {
        return Content.of(
                Site.PATCHES,
                id,
                Kind.FIXLET,
                title,
                "waithidden __Download\\" + update + ".exe /quiet /norestart\n"
                        + (restart ? "action requires restart \"" + update + "\"" : "action may require restart"),
                machine -> !machine.update(update).equals("installed"),
                (machine, _) -> {
                    machine.world().note(machine.node(), "install " + update);
                    machine.world().clock().pass(INSTALLATION);
                    machine.update(update, restart ? "pending" : "installed");
                    if (restart) {
                        machine.askForRestart();
                    }
                });
    }
}
