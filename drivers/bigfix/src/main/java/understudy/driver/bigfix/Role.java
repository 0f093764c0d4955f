package understudy.driver.bigfix;

import java.util.Locale;
import java.util.Optional;

/**
 * What a Fixlet is used for, with the site and the number that it has as a rule (BigFix Server Automation's documentation of clusters;
 * 115 is concluded from the pattern of the others and was not seen).
 */
public enum Role {
    CLUSTER_CONTROL(110),
    PAUSE_2003(112),
    MOVE_GROUPS_2003(111),
    RESUME_2003(113),
    PAUSE_2008(116),
    MOVE_GROUPS_2008(114),
    RESUME_2008(115),
    MOVE_MAILBOX_SERVER(121),
    MAILBOX_MOVER(123),
    RESTART(126),
    RESTART_IF_PENDING(160),
    DOT_NET(40301);

    private final int usual;

    Role(int usual) {
        this.usual = usual;
    }

    /** The Fixlet where the inventory names no other. */
    public FixletRef usual() {
        return new FixletRef(this == DOT_NET ? "Patches for Windows" : "Server Automation", usual);
    }

    /** As an inventory writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
