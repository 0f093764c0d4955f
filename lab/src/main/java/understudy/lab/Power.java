package understudy.lab;

import java.util.Locale;

/** An order to a node's power controller. */
public enum Power {
    ON,
    /** Pulls the plug: nothing is written, nobody says goodbye. */
    OFF,
    /** Pulls the plug and puts it back. */
    CYCLE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
