package understudy.emulated.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What Windows itself is on a node: its service pack, fixes, disk, certificates, what it reaches, and the rights of the account that logs on. */
public final class Machine {
    private static final long USUAL_FREE = 20L << 30;

    private final Set<String> fixes = new LinkedHashSet<>(Set.of("KB931836"));
    private final Map<String, LocalDate> certificates = new LinkedHashMap<>();
    private final Set<String> receiveConnectors = new LinkedHashSet<>();
    private final Map<String, String> logonTypes = new ConcurrentHashMap<>();
    private volatile String times = "M/d/yyyy h:mm:ss a";
    private volatile int servicePack = 2;
    private volatile long freeBytes = USUAL_FREE;
    private volatile boolean administered = true;
    private volatile boolean seesTheInternet = true;

    Machine() {
        certificates.put("CN=mail.example.com", LocalDate.of(2099, 1, 1));
    }

    /** The hotfixes, by their KB numbers; they may be changed. */
    public Set<String> fixes() {
        return fixes;
    }

    /** The machine's certificates, each with its last day; they may be changed. */
    public Map<String, LocalDate> certificates() {
        return certificates;
    }

    /** The names of its receive connectors, where Exchange's Hub Transport is on it; they may be changed. */
    public Set<String> receiveConnectors() {
        return receiveConnectors;
    }

    /** How clients of POP3 and IMAP4 log on, where Exchange's Client Access role is on it; they may be changed. */
    public Map<String, String> logonTypes() {
        return logonTypes;
    }

    public int servicePack() {
        return servicePack;
    }

    public void servicePack(int number) {
        servicePack = number;
    }

    public long freeBytes() {
        return freeBytes;
    }

    public void freeBytes(long bytes) {
        freeBytes = bytes;
    }

    /** How its locale writes a moment. */
    String written(Instant moment) {
        return DateTimeFormatter.ofPattern(times, Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /** From now on its locale writes moments so, for instance {@code dd.MM.yyyy HH:mm:ss}. */
    public void writesTimes(String pattern) {
        times = pattern;
    }

    /** Whether the account that logs on is a local administrator. */
    public boolean isAdministered() {
        return administered;
    }

    public void isAdministered(boolean now) {
        administered = now;
    }

    /** Whether lists of revoked certificates can be fetched. */
    public boolean seesTheInternet() {
        return seesTheInternet;
    }

    public void seesTheInternet(boolean now) {
        seesTheInternet = now;
    }
}
