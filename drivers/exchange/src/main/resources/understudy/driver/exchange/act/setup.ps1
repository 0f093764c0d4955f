$log = 'C:\ExchangeSetupLogs\ExchangeSetup.log'
$length = 0
if (Test-Path $log) {
  $length = [IO.File]::ReadAllText($log).Length
}
$index = 0
foreach ($one in Get-EventLog -LogName Application -Newest 1) {
  $index = $one.Index
}
Say 'session' $env:SESSIONNAME
$said = & $v['setup'] $v['mode']
Say 'code' $LASTEXITCODE
foreach ($line in @($said)) {
  Say 'line' $line
}
if (Test-Path $log) {
  $text = [IO.File]::ReadAllText($log)
  if ($text.Length -lt $length) {
    $length = 0
  }
  foreach ($line in $text.Substring($length).Split([char]10)) {
    if ($line -match '\[ERROR\]|FileInUse::') {
      Say 'logged' $line.Trim()
    }
  }
}
foreach ($one in Get-EventLog -LogName Application -Newest 100) {
  if ($one.Source -eq 'MSExchangeSetup' -and $one.Index -gt $index) {
    Say 'event' ([string]$one.EventID + ' ' + $one.Message)
  }
}
