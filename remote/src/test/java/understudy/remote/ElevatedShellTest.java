package understudy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import understudy.remote.Answer.Finished;
import understudy.remote.Answer.NotSent;

class ElevatedShellTest {
    @Test
    void runsEveryCommandBySudoAndChangesNothingElse() {
        var done = new Finished(0, "out", "", false);
        var node = new Node(done);
        var command = Command.of("-odd name", "a b").keepingAtMost(7);
        assertThat(new ElevatedShell(node).run(command)).isEqualTo(done);
        assertThat(node.heard)
                .isEqualTo(new Command(
                        List.of("sudo", "-n", "--", "-odd name", "a b"), command.input(), command.deadline(), 7));
    }

    @Test
    void whereAPasswordIsWantedNothingRan() {
        var node = new Node(new Finished(1, "", "sudo: a password is required\n", false));
        assertThat(new ElevatedShell(node).run(Command.of("crm_mon")))
                .isEqualTo(new NotSent(
                        "sudo on n1 wants a password for 'crm_mon', and none is given here: allow it to this"
                                + " account with NOPASSWD, or log in as root."));
    }

    @Test
    void aCommandThatRanAndFailedIsNotTakenForOneThatDidNot() {
        var failed = new Finished(1, "", "half done\nsudo: a password is required\n", false);
        assertThat(new ElevatedShell(new Node(failed)).run(Command.of("apt-get")))
                .isEqualTo(failed);
    }

    private static final class Node implements NodeShell {
        private final Answer answer;
        private Command heard = Command.of("nothing");

        Node(Answer answer) {
            this.answer = answer;
        }

        @Override
        public String nodeName() {
            return "n1";
        }

        @Override
        public Answer run(Command command) {
            heard = command;
            return answer;
        }
    }
}
