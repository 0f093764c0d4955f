Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
if ((Get-ClusteredMailboxServerStatus -Identity $v['server']).State -ne 'Online') {
  Start-ClusteredMailboxServer -Identity $v['server']
}
Say 'state' (Get-ClusteredMailboxServerStatus -Identity $v['server']).State
