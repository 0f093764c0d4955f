Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
Move-ClusteredMailboxServer -Identity $v['server'] -TargetMachine $v['target'] -MoveComment $v['reason'] -Confirm:$false
Say 'state' (Get-ClusteredMailboxServerStatus -Identity $v['server']).State
