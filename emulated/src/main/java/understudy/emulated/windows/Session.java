package understudy.emulated.windows;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import understudy.emulated.powershell.Cmdlets;
import understudy.emulated.powershell.Host;
import understudy.emulated.powershell.PowerShellError;
import understudy.emulated.powershell.Program;
import understudy.emulated.powershell.PsObject;
import understudy.emulated.powershell.Values;
import understudy.emulated.world.NodeFault;

/** One PowerShell session on a node: its cmdlets, its files, its standard input. */
final class Session implements Host {
    private final EmulatedNode node;
    private final int processId;
    private final InputStream input;
    private final OutputStream error;
    private final Cmdlets cmdlets = new Cmdlets();
    private final DotNet dotNet;

    Session(EmulatedNode node, int processId, InputStream input, OutputStream error) {
        this.node = node;
        this.processId = processId;
        this.input = input;
        this.error = error;
        this.dotNet = new DotNet(node.node());
        SystemCmdlets.add(cmdlets, node);
        RegistryCmdlets.add(cmdlets, node);
        WmiCmdlets.add(cmdlets, node);
        cmdlets.add("Add-PSSnapin", "Name", call -> {
            if (!call.text("Name").equalsIgnoreCase("Microsoft.Exchange.Management.PowerShell.Admin")) {
                throw new PowerShellError("No snap-in has been registered with the name " + call.text("Name") + ".");
            }
            if (node.node().has(NodeFault.SHELL_DOES_NOT_OPEN)) {
                throw new PowerShellError("Cannot load Windows PowerShell snap-in " + call.text("Name") + ".");
            }
            ExchangeCmdlets.add(cmdlets, node);
            return List.of();
        });
    }

    @Override
    public Cmdlets cmdlets() {
        return cmdlets;
    }

    @Override
    public Optional<Program> program(String name) {
        return node.program(name, error);
    }

    @Override
    public Optional<String> environment(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "COMPUTERNAME" -> Optional.of(node.name());
            case "PROCESSOR_ARCHITECTURE" -> Optional.of("AMD64");
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Object> call(String type, String member, List<Object> arguments)
            throws PowerShellError, InterruptedException {
        var called = type + "." + member;
        if (called.equals("console.in")) {
            return Optional.of(new Reader(input));
        }
        about(called);
        return dotNet.call(called, arguments);
    }

    @Override
    public Optional<Object> create(String type, List<Object> arguments) {
        return dotNet.create(type, arguments);
    }

    @Override
    public void about(String command) throws InterruptedException {
        node.world().about(node.node(), command);
    }

    /** Its process ends: what it holds alone is free again. */
    void end() {
        dotNet.end();
    }

    @Override
    public int processId() {
        return processId;
    }

    /** The standard input as a text. */
    private record Reader(InputStream input) implements PsObject {
        @Override
        public Object property(String name) {
            return Values.NULL;
        }

        @Override
        public Object call(String method, List<Object> arguments) throws PowerShellError {
            if (!method.equalsIgnoreCase("ReadToEnd")) {
                return PsObject.super.call(method, arguments);
            }
            try {
                return new String(input.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (java.io.IOException broken) {
                throw new PowerShellError("The standard input broke off.");
            }
        }
    }
}
