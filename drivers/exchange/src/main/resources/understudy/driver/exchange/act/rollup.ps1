Say 'session' $env:SESSIONNAME
& msiexec.exe /update $v['file'] /quiet /norestart '/l*v' $v['log'] | Out-Null
Say 'code' $LASTEXITCODE
if (Test-Path $v['log']) {
  foreach ($line in [IO.File]::ReadAllText($v['log']).Split([char]10)) {
    if ($line -match 'Return value 3|FileInUse::') {
      Say 'logged' $line.Trim()
    }
  }
}
