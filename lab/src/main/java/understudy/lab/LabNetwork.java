package understudy.lab;

import java.util.regex.Pattern;

/**
 * Where a lab lives: a bridge that it makes, and the first three bytes of its addresses.
 *
 * <p>Node n is {@code .1n}, the groups' floating addresses are {@code .100} and {@code .101}, the machine itself is {@code .254}.
 */
public record LabNetwork(String bridge, String subnet) {
    private static final Pattern BRIDGE = Pattern.compile("[a-z][a-z0-9-]{0,14}");
    private static final Pattern PRIVATE =
            Pattern.compile("10\\.(byte)\\.(byte)|192\\.168\\.(byte)|172\\.(1[6-9]|2\\d|3[01])\\.(byte)"
                    .replace("byte", "0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5]"));

    public LabNetwork {
        if (!BRIDGE.matcher(bridge).matches()) {
            throw new LabException(
                    "'" + bridge + "' cannot be a bridge: 1 to 15 of a-z, 0-9 and -, with a letter first.");
        }
        if (!PRIVATE.matcher(subnet).matches()) {
            throw new LabException("'" + subnet
                    + "' cannot be a lab's subnet: three bytes of a private network, for instance 10.77.0.");
        }
    }

    public String node(int number) {
        return subnet + "." + (10 + number);
    }

    /** The floating address of the group with this number, counted from 1. */
    public String group(int number) {
        return subnet + "." + (99 + number);
    }

    public String machine() {
        return subnet + ".254";
    }

    public String cidr() {
        return subnet + ".0/24";
    }

    boolean holds(String address) {
        return address.startsWith(subnet + ".");
    }

    /** A hardware address that stays: a bridge would otherwise take its lowest port's, and change whenever a node boots. */
    String bridgeHardwareAddress() {
        var bytes = subnet.split("\\.");
        return "02:00:%02x:%02x:%02x:fe"
                .formatted(Integer.parseInt(bytes[0]), Integer.parseInt(bytes[1]), Integer.parseInt(bytes[2]));
    }
}
