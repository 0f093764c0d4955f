package understudy.driver.bigfix.wire;

import java.util.Map;
import java.util.Optional;
import understudy.driver.bigfix.wire.ActionStatus.OnComputer;

/**
 * How an action stands.
 *
 * @param state Open, Stopped or Expired
 * @param computers those that have reported of it
 */
public record ActionStatus(String state, Map<Integer, OnComputer> computers) {
    /** How it stands on one computer; the line is that of the script at which it failed. */
    public record OnComputer(String status, int line) {}

    public ActionStatus {
        computers = Map.copyOf(computers);
    }

    /** What the computer has reported; empty where it has reported nothing. */
    public Optional<OnComputer> on(int computer) {
        return Optional.ofNullable(computers.get(computer));
    }

    /** Whether agents still take it up. */
    public boolean isOpen() {
        return state.equalsIgnoreCase("Open");
    }
}
