package understudy.driver.pacemaker.observe;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.core.model.Fencing;
import understudy.driver.pacemaker.observe.MonResource.Primitive;

/** Whether the cluster can power a lost node off: its devices run, and the last attempt for each node was good. */
final class FencingReader {
    private FencingReader() {}

    static Fencing read(CrmMon mon) {
        var devices = mon.resources().stream()
                .flatMap(MonResource::primitives)
                .filter(Primitive::isFencing)
                .toList();
        if (!mon.options().getOrDefault("stonith-enabled", "true").equals("true") || devices.isEmpty()) {
            return new Fencing.Absent();
        }
        return failedDevice(mon, devices)
                .or(() -> failedAttempt(mon))
                .<Fencing>map(Fencing.Fails::new)
                .orElse(new Fencing.Works());
    }

    private static Optional<String> failedDevice(CrmMon mon, List<Primitive> devices) {
        for (Primitive device : devices) {
            boolean changing = device.isChanging();
            if (!changing
                    && !device.disabled()
                    && (device.failed() || !device.role().equals("Started"))) {
                return Optional.of("The fence device " + device.id() + " does not run.");
            }
            var failures = mon.failCounts().stream()
                    .filter(count -> count.resource().equals(device.id()) && count.forbids())
                    .findFirst();
            if (failures.isPresent()) {
                return Optional.of("The fence device " + device.id() + " has failed on "
                        + failures.get().node() + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> failedAttempt(CrmMon mon) {
        Map<String, CrmMon.FenceEvent> last = new HashMap<>();
        mon.fencing().stream()
                .sorted(Comparator.comparing(CrmMon.FenceEvent::completed))
                .forEach(event -> last.put(event.target(), event));
        return last.values().stream()
                .filter(event -> event.status().equals("failed"))
                .min(Comparator.comparing(CrmMon.FenceEvent::target))
                .map(event -> "The last attempt to power " + event.target() + " off failed at " + event.completed()
                        + (event.reason().isEmpty() ? "." : ": " + event.reason() + "."));
    }
}
