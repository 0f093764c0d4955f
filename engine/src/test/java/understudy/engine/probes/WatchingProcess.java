package understudy.engine.probes;

import java.util.List;
import org.awaitility.Awaitility;
import understudy.core.model.GroupId;
import understudy.engine.ports.OutageWatch.Outage;

/** Watches one IMAP service until it is killed, and prints a line when it answers, when an outage begins, and when it has ended. */
final class WatchingProcess implements OutageListener {
    private WatchingProcess() {}

    public static void main(String... arguments) {
        GroupId mail = new GroupId("mail");
        Probe imap = new Probe.Imap(arguments[0], Integer.parseInt(arguments[1]));
        ProbeWatch watch = new ProbeWatch(
                List.of(new GroupProbes(mail, List.of(imap))), ProbeSettings.usual(), new WatchingProcess());
        watch.start();
        Awaitility.await().until(() -> watch.answers(mail).orElse(false));
        System.out.println("answers");
        Awaitility.await().forever().until(() -> false);
    }

    @Override
    public void began(Outage outage) {
        System.out.println("outage");
    }

    @Override
    public void ended(Outage outage) {
        System.out.println(outage.detail());
    }
}
