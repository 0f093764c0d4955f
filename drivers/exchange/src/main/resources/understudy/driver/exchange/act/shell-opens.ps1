Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
foreach ($server in $v['servers'].Split([char]10)) {
  if ($server -ne '') {
    Say 'state' ($server + ' ' + (Get-ClusteredMailboxServerStatus -Identity $server).State)
  }
}
