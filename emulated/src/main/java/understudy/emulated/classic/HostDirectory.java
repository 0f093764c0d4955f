package understudy.emulated.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import understudy.emulated.world.RestsOn;

/** {@code dsquery *} in the global catalogue: the version of a virtual server, and its storage groups. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The lines of dsquery * with -attr, and the classes msExchExchangeServer and msExchStorageGroup.")
final class HostDirectory implements HostProgram {
    private static final Pattern SERVER =
            Pattern.compile("\\(&\\(objectClass=msExchExchangeServer\\)\\(cn=([^()]+)\\)\\)");

    private final OldWorld world;

    HostDirectory(OldWorld world) {
        this.world = world;
    }

    @Override
    public Said run(List<String> arguments) {
        boolean known = arguments.size() == 9
                && arguments.subList(0, 4).equals(List.of("*", "forestroot", "-gc", "-filter"))
                && arguments.get(5).equals("-attr")
                && arguments.subList(7, 9).equals(List.of("-limit", "0"));
        if (!known || world.product() == Product.EXCHANGE_55) {
            return Said.of(1, "dsquery failed:The parameter is incorrect.");
        }
        var server = SERVER.matcher(arguments.get(4));
        if (server.matches() && arguments.get(6).equals("serialNumber")) {
            List<String> lines = new ArrayList<>(List.of("  serialNumber"));
            world.virtualServers().stream()
                    .filter(one -> one.group().name().equalsIgnoreCase(server.group(1)))
                    .forEach(one -> lines.add("  " + Product.serialNumber(one.version()) + ";"));
            return lines.size() > 1 ? Said.of(0, lines.toArray(String[]::new)) : new Said(0, "");
        }
        if (arguments.get(4).equals("(objectClass=msExchStorageGroup)")
                && arguments.get(6).equals("distinguishedName")) {
            List<String> lines = new ArrayList<>(List.of("  distinguishedName"));
            for (VirtualServer one : world.virtualServers()) {
                for (int at = 1; at <= one.storageGroups; at++) {
                    lines.add("  CN=Storage Group " + at + ",CN=InformationStore,CN="
                            + one.group().name() + ",CN=Servers,CN=Office,CN=Administrative Groups");
                }
            }
            return Said.of(0, lines.toArray(String[]::new));
        }
        return Said.of(1, "dsquery failed:The parameter is incorrect.");
    }
}
