package understudy.driver.pacemaker.act;

import understudy.core.model.NodeId;
import understudy.driver.pacemaker.packages.Repair;

/** The ways in which apt fails that have a known cause and remedy. */
enum AptFailure {
    DISK_FULL("PACKAGES-DISK-FULL", "No space left on device", "the disk is full."),
    NOT_ENOUGH("PACKAGES-DISK-FULL", "You don't have enough free space", "the disk has too little room."),
    LOCKED("PACKAGES-LOCKED", "Could not get lock", "another program holds the package manager's lock."),
    INTERRUPTED("PACKAGES-INCONSISTENT", "dpkg was interrupted", "an earlier installation was broken off."),
    REMOVES(
            "PACKAGES-WOULD-REMOVE",
            "Packages need to be removed",
            "the update would remove packages, which is not done unasked."),
    WITHDRAWN("PACKAGES-WITHDRAWN", "was not found", "a target version is no longer offered."),
    DIGEST("PACKAGES-BAD-DIGEST", "Hash Sum mismatch", "a file does not agree with its digest."),
    UNFETCHED("PACKAGES-NOT-FETCHED", "Failed to fetch", "a file could not be fetched."),
    BAD_PACKAGE("PACKAGES-INCONSISTENT", "returned an error code", "a package could not be configured."),
    OTHER("PACKAGES-FAILED", "", "the package manager failed.");

    private final String code;
    private final String sign;
    private final String sentence;

    AptFailure(String code, String sign, String sentence) {
        this.code = code;
        this.sign = sign;
        this.sentence = sentence;
    }

    static AptFailure recognise(String said) {
        for (AptFailure failure : values()) {
            if (said.contains(failure.sign)) {
                return failure;
            }
        }
        return OTHER;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    /** What was said does not tell why: where the disk is full, its own output may be what is lost. */
    boolean isVague() {
        return isBreak() || this == OTHER;
    }

    /** A package's own scripts broke off; what helps is for the package database to say. */
    boolean isBreak() {
        return this == INTERRUPTED || this == BAD_PACKAGE;
    }

    /** The line that shows it, or the last ones. */
    String quoted(String said) {
        return this == OTHER
                ? Sentences.lastLines(said, 2)
                : Sentences.firstLine(said.lines()
                        .filter(line -> line.contains(sign))
                        .findFirst()
                        .orElse(said));
    }

    String remedy(NodeId node) {
        return switch (this) {
            case DISK_FULL, NOT_ENOUGH -> "Make room on " + node + ". " + new Repair(node.value()).general();
            case LOCKED -> "Wait for that program or end it, then go on with the run.";
            case INTERRUPTED, BAD_PACKAGE -> new Repair(node.value()).general();
            case REMOVES -> "Do this update by hand, or leave those packages out of the patch.";
            case WITHDRAWN -> "Start a new run, which freezes the versions that are offered now.";
            case DIGEST, UNFETCHED ->
                "Look at the node's package sources and the way to them, then go on with the run.";
            case OTHER -> "Look at /var/log/apt/term.log on " + node + ".";
        };
    }
}
