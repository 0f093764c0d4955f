package understudy.cli.wiring;

import java.util.List;
import java.util.Map;
import understudy.cli.inventory.ClusterEntry.GroupEntry;
import understudy.cli.inventory.ClusterEntry.ProbeEntry;
import understudy.core.model.GroupId;
import understudy.engine.probes.GroupProbes;
import understudy.engine.probes.OutageListener;
import understudy.engine.probes.Probe;
import understudy.engine.probes.ProbeSettings;
import understudy.engine.probes.ProbeWatch;

/** Turns an inventory's words about probes into the watch that measures the outage. */
final class ProbeWiring {
    private ProbeWiring() {}

    static ProbeWatch watch(Map<GroupId, GroupEntry> groups) {
        List<GroupProbes> probes = groups.entrySet().stream()
                .filter(group -> !group.getValue().probes().isEmpty())
                .map(group -> new GroupProbes(
                        group.getKey(),
                        group.getValue().probes().stream()
                                .map(ProbeWiring::probe)
                                .toList()))
                .toList();
        return new ProbeWatch(probes, ProbeSettings.usual(), OutageListener.none());
    }

    private static Probe probe(ProbeEntry entry) {
        return switch (entry.kind()) {
            case TCP -> new Probe.Tcp(entry.address(), entry.port());
            case HTTP -> new Probe.Http(entry.address(), entry.port(), entry.path(), entry.status());
            case IMAP -> new Probe.Imap(entry.address(), entry.port());
            case SMTP -> new Probe.Smtp(entry.address(), entry.port());
            case COMMAND -> new Probe.Command(entry.command());
        };
    }
}
