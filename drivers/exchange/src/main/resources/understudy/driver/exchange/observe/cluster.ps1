$space = 'root\MSCluster'
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_Node) {
  Say 'node' ($one.Name + "`t" + $one.State)
}
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_ResourceGroup) {
  Say 'group' ($one.Name + "`t" + $one.State)
}
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_NodeToActiveGroup) {
  Say 'owner' ($one.GroupComponent + "`t" + $one.PartComponent)
}
$stores = @()
$quorum = ''
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_Resource) {
  if ($one.Type -eq 'Microsoft Exchange Information Store') {
    $stores += $one.Name
  }
  if ($one.Type -eq 'Majority Node Set') {
    $quorum = $one.Name
  }
}
$names = @()
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_ResourceGroupToResource) {
  Say 'part' ($one.GroupComponent + "`t" + $one.PartComponent)
  foreach ($store in $stores) {
    if ($one.PartComponent.EndsWith('"' + $store + '"')) {
      $from = $one.GroupComponent.IndexOf('"') + 1
      $names += $one.GroupComponent.Substring($from, $one.GroupComponent.Length - $from - 1)
    }
  }
}
foreach ($one in Get-WmiObject -Namespace $space -Class MSCluster_ResourceToPossibleOwner) {
  Say 'may' ($one.GroupComponent + "`t" + $one.PartComponent)
}
$lines = & cluster.exe group 'Cluster Group' /priv
foreach ($line in $lines) {
  Say 'property' $line
}
if ($quorum -ne '') {
  $lines = & cluster.exe res $quorum /priv
  foreach ($line in $lines) {
    if ($line -match 'MNSFileShare +') {
      $share = $line.Substring($line.IndexOf('\\')).Trim()
      Say 'witness' ($share + "`t" + (Test-Path $share))
    }
  }
}
if ($names.Count -gt 0) {
  Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin
}
foreach ($name in $names) {
  $status = Get-ClusteredMailboxServerStatus -Identity $name
  Say 'mailbox-server' ($name + "`t" + $status.State)
  foreach ($part in $status.FailedResources) {
    if ($part -ne $null) {
      Say 'failed' ($name + "`t" + $part)
    }
  }
  Say 'version' ($name + "`t" + (Get-ExchangeServer -Identity $name).AdminDisplayVersion)
  $server = Get-MailboxServer -Identity $name
  Say 'kind' $server.ClusteredStorageType
  foreach ($machine in $server.RedundantMachines) {
    Say 'redundant' ($name + "`t" + $machine)
  }
  if ($server.ClusteredStorageType -eq 'NonShared') {
    foreach ($one in Get-StorageGroupCopyStatus -Server $name -ErrorAction SilentlyContinue) {
      if ($one -ne $null) {
        Say 'copy' ($name + "`t" + $one.Name + "`t" + $one.SummaryCopyStatus + "`t" + $one.CopyQueueLength + "`t" + $one.ReplayQueueLength)
      }
    }
  }
}
