package understudy.emulated.windows;

import java.util.ArrayList;
import java.util.List;
import understudy.emulated.powershell.Call;
import understudy.emulated.powershell.Cmdlet;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Properties;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.Exchange;
import understudy.emulated.world.Group;
import understudy.emulated.world.MailboxServer;
import understudy.emulated.world.Refused;
import understudy.emulated.world.RestsOn;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** The cmdlets of Exchange 2007's snap-in for a clustered mailbox server. */
final class ExchangeCmdlets {
    private final World world;
    private final WindowsNode node;
    private final Exchange exchange;

    private ExchangeCmdlets(EmulatedNode node) {
        this.world = node.world();
        this.node = node.node();
        this.exchange = new Exchange(world);
    }

    static void add(Cmdlets cmdlets, EmulatedNode node) {
        var exchange = new ExchangeCmdlets(node);
        cmdlets.add("Get-ClusteredMailboxServerStatus", "Identity", call -> List.of(exchange.status(call)))
                .add("Get-MailboxServer", "Identity", call -> List.of(exchange.mailboxServer(call)))
                .add("Get-ExchangeServer", "Identity", call -> List.of(exchange.exchangeServer(call)))
                .add("Stop-ClusteredMailboxServer", "Identity StopReason Confirm?", exchange::stop)
                .add("Start-ClusteredMailboxServer", "Identity Confirm?", exchange::start)
                .add(
                        "Move-ClusteredMailboxServer",
                        "Identity TargetMachine MoveComment ValidateOnly? IgnoreDismounted? Confirm?",
                        asked(exchange::move));
    }

    private MailboxServer server(Call call) throws PowerShellError {
        var name = call.text("Identity");
        return world.mailboxServer(name)
                .orElseThrow(() -> new PowerShellError(
                        call.cmdlet() + " : The clustered mailbox server '" + name + "' could not be found."));
    }

    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "The fields Identity and ClusteredMailboxServerName, and the words behind Active.")
    private Object status(Call call) throws PowerShellError {
        var server = server(call);
        var group = server.group();
        List<Object> machines = new ArrayList<>();
        for (WindowsNode one : world.nodes()) {
            if (world.isMember(one)) {
                machines.add(one.name() + (group.owner().equals(one.name()) ? " <Active>" : ""));
            }
        }
        return new Properties(server.name())
                .with("Identity", server.name())
                .with("ClusteredMailboxServerName", server.name())
                .with("State", state(group.state()))
                .with("OperationalMachines", machines)
                .with(
                        "FailedResources",
                        group.state() == Group.State.FAILED ? List.of("Exchange Information Store") : List.of());
    }

    private static String state(Group.State state) {
        return switch (state) {
            case ONLINE -> "Online";
            case OFFLINE -> "Offline";
            case FAILED -> "Failed";
            case PENDING -> "Online Pending";
        };
    }

    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "ClusteredStorageType says Shared for a single copy cluster.")
    private Object mailboxServer(Call call) throws PowerShellError {
        return new Properties(server(call).name())
                .with("Name", server(call).name())
                .with("ClusteredStorageType", "Shared")
                .with(
                        "RedundantMachines",
                        world.nodes().stream().<Object>map(WindowsNode::name).toList());
    }

    private Object exchangeServer(Call call) throws PowerShellError {
        var server = server(call);
        return new Properties(server.name())
                .with("Name", server.name())
                .with("AdminDisplayVersion", server.version().inDirectory());
    }

    private List<Object> stop(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        call.text("StopReason");
        refuseToAsk(call);
        world.note(node, "Stop-ClusteredMailboxServer " + server.name());
        return refusing(() -> exchange.stop(server.name()));
    }

    private List<Object> start(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        world.note(node, "Start-ClusteredMailboxServer " + server.name());
        return refusing(() -> exchange.start(server.name()));
    }

    private List<Object> move(Call call) throws PowerShellError, InterruptedException {
        var server = server(call);
        var target = call.text("TargetMachine");
        call.text("MoveComment");
        if (call.has("ValidateOnly")) {
            return refusing(() -> exchange.validateMove(server.name(), target));
        }
        world.note(node, "Move-ClusteredMailboxServer " + server.name() + " -TargetMachine " + target);
        return refusing(() -> exchange.move(server.name(), target));
    }

    private static Cmdlet asked(Cmdlet cmdlet) {
        return call -> {
            refuseToAsk(call);
            return cmdlet.run(call);
        };
    }

    private static void refuseToAsk(Call call) throws PowerShellError {
        if (!call.isFalse("Confirm")) {
            throw new PowerShellError(
                    call.cmdlet()
                            + " : Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
        }
    }

    /** Something that Exchange may refuse. */
    private interface Deed {
        void run() throws Refused, InterruptedException;
    }

    private static List<Object> refusing(Deed deed) throws PowerShellError, InterruptedException {
        try {
            deed.run();
            return List.of();
        } catch (Refused refused) {
            throw new PowerShellError(Values.text(refused.sentence()));
        }
    }
}
