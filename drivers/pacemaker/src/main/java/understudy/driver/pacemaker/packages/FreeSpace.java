package understudy.driver.pacemaker.packages;

import java.util.List;

/**
 * What a file system of a node has left, as {@code df -P -k} tells it.
 *
 * @param mount where it is mounted
 * @param kib what is left, in KiB
 */
public record FreeSpace(String mount, long kib) {
    private static final long KIB = 1024;

    /** Lines of {@code df -P -k}: device, blocks, used, available, use, mount point; any other line is passed over. */
    public static List<FreeSpace> of(String lines) {
        return lines.lines()
                .map(line -> line.trim().split("\\s+", 6))
                .filter(fields -> fields.length == 6 && fields[3].matches("[0-9]{1,15}"))
                .map(fields -> new FreeSpace(fields[5], Long.parseLong(fields[3])))
                .distinct()
                .toList();
    }

    public boolean isBelow(long bytes) {
        return kib * KIB < bytes;
    }

    public long mib() {
        return kib / KIB;
    }
}
