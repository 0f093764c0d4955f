package understudy.driver.pacemaker.survey;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of an agent as {@code crm_mon} prints it, in which {@code *} stands for anything: {@code ocf:*:pgsql}. */
record AgentPattern(String text) {
    boolean matches(String agent) {
        var expression =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return agent.matches(expression);
    }
}
