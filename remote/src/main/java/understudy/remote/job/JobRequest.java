package understudy.remote.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import understudy.remote.BootId;

/**
 * A long command to start on a node once and never twice.
 *
 * @param actionId run / step / attempt; letters, digits and {@code ._/:>#-}
 * @param token the fencing token of the run that asks; the node refuses one that is lower than the highest it has seen
 * @param expectedBoot the boot in which the decision was made; in any other the node refuses
 * @param command the program and its arguments; kept on the node's disk, so never a secret
 * @param environment what is added to its environment, in this order; never a secret either
 */
public record JobRequest(
        String actionId,
        long token,
        BootId expectedBoot,
        List<String> command,
        SequencedMap<String, String> environment) {
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9._/:>#-]{1,300}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public JobRequest {
        command = List.copyOf(command);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        if (!ACTION.matcher(actionId).matches()) {
            throw new IllegalArgumentException(
                    "An action id is up to 300 letters, digits and ._/:>#-, not: " + actionId);
        }
        if (token < 0) {
            throw new IllegalArgumentException("A fencing token is never negative: " + token);
        }
        if (command.isEmpty() || command.getFirst().isEmpty()) {
            throw new IllegalArgumentException("A job needs a program: " + actionId);
        }
        for (var variable : environment.keySet()) {
            if (!VARIABLE.matcher(variable).matches()) {
                throw new IllegalArgumentException("Not the name of an environment variable: " + variable);
            }
        }
    }

    /** The job's name. */
    public JobName name() {
        return JobName.of(actionId);
    }

    /** The argument list that runs the command in its environment. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of("env"));
        environment.forEach((variable, value) -> arguments.add(variable + "=" + value));
        arguments.addAll(command);
        return arguments;
    }
}
